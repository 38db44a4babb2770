update deed set counts = :counts where id = :id
