"""What each code card's code must do: one oracle a card, by brute force on small random inputs.

An oracle takes the card's namespace and a random source, and fails by any exception.
"""
import bisect
import collections
import heapq
import itertools

ORACLES = {}
CASES = 300


def oracle(name):
    def put(function):
        ORACLES[name] = function
        return function
    return put


class Condition:
    """A condition whose wait comes back twice for nothing; then somebody else has moved on."""

    def __init__(self):
        self.waits, self.other = 0, None

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False

    def notify_all(self):
        pass

    def wait(self):
        self.waits += 1
        if self.waits % 3 == 0:
            self.other()
        if self.waits > 99:
            raise RuntimeError("waits for ever")


def namespace():
    """What a card's code may use without saying so."""
    return {"deque": collections.deque, "heapq": heapq, "heappush": heapq.heappush, "heappop": heapq.heappop,
            "heappushpop": heapq.heappushpop, "bisect_left": bisect.bisect_left, "bisect_right": bisect.bisect_right}


class Node:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


class TreeNode:
    def __init__(self, val):
        self.val, self.left, self.right = val, None, None


def same(got, wanted, *given):
    assert got == wanted, f"{given}: {got!r}, not {wanted!r}"


def some(random, least, most, low, high):
    return [random.randint(low, high) for _ in range(random.randint(least, most))]


def runs(a):
    return [a[i:j] for i in range(len(a)) for j in range(i + 1, len(a) + 1)]


def chain(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def nodes(head):
    out = []
    while head:
        out.append(head)
        head = head.next
        assert len(out) < 99, "a ring"
    return out


def tree(random, least, most):
    """The nodes of a random binary tree, its root first, and each one's parent."""
    all_nodes, parent = [], {}
    for number in range(random.randint(least, most)):
        node = TreeNode(number)
        if all_nodes:
            while True:
                above, side = random.choice(all_nodes), random.choice(("left", "right"))
                if getattr(above, side) is None:
                    break
            setattr(above, side, node)
            parent[node] = above
        all_nodes.append(node)
    return all_nodes, parent


def line_up(node, parent):
    out = [node]
    while out[-1] in parent:
        out.append(parent[out[-1]])
    return out


def edges_between(random, n, most):
    return [(random.randrange(n), random.randrange(n)) for _ in range(random.randint(0, most))]


@oracle("topic-arrays/prefix-count")
def _(card, random):
    for _ in range(CASES):
        a, k = some(random, 0, 8, -3, 3), random.randint(-4, 4)
        same(card["count_runs"](a, k), sum(sum(run) == k for run in runs(a)), a, k)


@oracle("topic-strings/trie-insert")
def _(card, random):
    def words(node, path=""):
        for key, below in node.items():
            if key == "$":
                yield path
            else:
                yield from words(below, path + key)

    for _ in range(CASES):
        given = {"".join(random.choices("abc", k=random.randint(1, 4))) for _ in range(random.randint(0, 8))}
        root = card["build"](sorted(given))
        same(sorted(words(root)), sorted(given), given)
        same(set(root), {word[0] for word in given}, given)


@oracle("topic-linked-lists/reverse-code")
def _(card, random):
    for n in range(12):
        head = chain(range(n))
        before = nodes(head)
        same(nodes(card["reverse"](head)), before[::-1], n)


@oracle("topic-hash-tables/pair-one-pass")
def _(card, random):
    for _ in range(CASES):
        a, target = some(random, 0, 8, -5, 5), random.randint(-8, 8)
        pairs = [(i, j) for j in range(len(a)) for i in range(j) if a[i] + a[j] == target]
        got = card["find_pair"](a, target)
        assert got in pairs if pairs else got is None, (a, target, got)


@oracle("patterns-bits/drop-lowest")
def _(card, random):
    for x in [*range(64), *(random.getrandbits(40) for _ in range(CASES))]:
        same(card["ones"](x), bin(x).count("1"), x)


@oracle("topic-trees/arm-plus-arm")
def _(card, random):
    for _ in range(CASES):
        all_nodes, parent = tree(random, 1, 12)
        ups = {node: line_up(node, parent) for node in all_nodes}
        wanted = max(len(set(ups[a]) ^ set(ups[b])) for a in all_nodes for b in all_nodes)
        card["best"] = 0
        card["depth"](all_nodes[0])
        same(card["best"], wanted, len(all_nodes))


@oracle("topic-trees/common-ancestor")
def _(card, random):
    for _ in range(CASES):
        all_nodes, parent = tree(random, 1, 12)
        p, q = random.choice(all_nodes), random.choice(all_nodes)
        above = line_up(p, parent)
        wanted = next(node for node in line_up(q, parent) if node in above)
        assert card["lca"](all_nodes[0], p, q) is wanted


@oracle("topic-trees/level-order")
def _(card, random):
    for _ in range(CASES):
        all_nodes, parent = tree(random, 1, 14)
        levels, now = [], [all_nodes[0]]
        while now:
            levels.append([node.val for node in now])
            now = [kid for node in now for kid in (node.left, node.right) if kid]
        same(list(card["levels"](all_nodes[0])), levels)


@oracle("topic-graphs/all-sources")
def _(card, random):
    for _ in range(CASES):
        rows, columns = random.randint(1, 5), random.randint(1, 5)
        grid = ["".join(random.choices(".#E", weights=(6, 3, 1), k=columns)) for _ in range(rows)]
        cells = [(r, c) for r in range(rows) for c in range(columns) if grid[r][c] != "#"]
        wanted = {cell: 0 for cell in cells if grid[cell[0]][cell[1]] == "E"}
        dist = dict(wanted)
        near = {(r, c): [p for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)) if p in cells] for r, c in cells}
        for _ in cells:  # as often as the longest way may need
            for cell in cells:
                ways = [wanted[p] + 1 for p in near[cell] if p in wanted]
                if ways:
                    wanted[cell] = min(ways + [wanted.get(cell, 99)])
        card["to_exits"](near, dist)
        same(dist, wanted, grid)


@oracle("topic-graphs/kahn-ready")
def _(card, random):
    for _ in range(CASES):
        n = random.randint(1, 5)
        edges = edges_between(random, n, 6)
        if random.random() < 0.6:
            edges = [(min(e), max(e)) for e in edges if e[0] != e[1]]
        legal = [p for p in itertools.permutations(range(n)) if all(p.index(a) < p.index(b) for a, b in edges)]
        after, waits = [[] for _ in range(n)], [0] * n
        for a, b in edges:
            after[a].append(b)
            waits[b] += 1
        got = card["order"](after, waits, collections.deque(v for v in range(n) if not waits[v]))
        assert tuple(got) in legal if legal else len(got) < n, (n, edges, got)


@oracle("topic-dynamic-programming/knapsack-code")
def _(card, random):
    for _ in range(CASES):
        weights = some(random, 0, 6, 1, 6)
        values, cap = [random.randint(0, 9) for _ in weights], random.randint(0, 14)
        items = list(zip(weights, values))
        wanted = max(sum(v for _, v in part) for k in range(len(items) + 1) for part in itertools.combinations(items, k)
                     if sum(w for w, _ in part) <= cap)
        same(card["best_value"](weights, values, cap), wanted, items, cap)


@oracle("topic-dynamic-programming/robber-step")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 8, -4, 9)
        wanted = max(sum(a[i] for i in part) for k in range(len(a) + 1) for part in itertools.combinations(range(len(a)), k)
                     if all(j - i > 1 for i, j in zip(part, part[1:])))
        same(card["best_apart"](a), wanted, a)


@oracle("topic-dynamic-programming/increasing-tails")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 8, 0, 9)
        wanted = max(k for k in range(len(a) + 1) for part in itertools.combinations(a, k)
                     if all(x < y for x, y in zip(part, part[1:])))
        same(card["increasing"](a), wanted, a)


@oracle("topic-dynamic-programming/cooldown-day")
def _(card, random):
    def best(prices, day, bought):
        if day >= len(prices):
            return 0
        rest = best(prices, day + 1, bought)
        if bought is None:
            return max(rest, best(prices, day + 1, prices[day]))
        return max(rest, prices[day] - bought + best(prices, day + 2, None))

    for _ in range(CASES):
        prices = some(random, 0, 8, 0, 9)
        same(card["best_gain"](prices), best(prices, 0, None), prices)


@oracle("topic-heaps/push-then-drop")
def _(card, random):
    for _ in range(CASES):
        values, k = some(random, 0, 12, 0, 9), random.randint(1, 5)
        same(card["greatest"](values, k), sorted(values)[-k:], values, k)


@oracle("topic-heaps/through-both")
def _(card, random):
    for _ in range(CASES):
        values = some(random, 0, 12, -9, 9)
        wanted = []
        for n in range(1, len(values) + 1):
            now = sorted(values[:n])
            wanted.append((now[(n - 1) // 2] + now[n // 2]) / 2)
        lo, hi = [], []
        same([card["add"](lo, hi, x) for x in values], wanted, values)


@oracle("patterns-dp-tables/grid-row")
def _(card, random):
    def least(grid, r, c):
        ways = [least(grid, *p) for p in ((r - 1, c), (r, c - 1)) if min(p) >= 0]
        return grid[r][c] + min(ways, default=0)

    for _ in range(CASES):
        rows, columns = random.randint(1, 4), random.randint(1, 4)
        grid = [[random.randint(-2, 9) for _ in range(columns)] for _ in range(rows)]
        same(card["least_sum"](grid), least(grid, rows - 1, columns - 1), grid)


@oracle("patterns-dp-tables/edit-cell")
def _(card, random):
    def edits(a, b):
        if not a or not b:
            return len(a) + len(b)
        return min(edits(a[1:], b) + 1, edits(a, b[1:]) + 1, edits(a[1:], b[1:]) + (a[0] != b[0]))

    for _ in range(CASES):
        a, b = ("".join(random.choices("abc", k=random.randint(0, 5))) for _ in range(2))
        same(card["edits"](a, b), edits(a, b), a, b)


@oracle("patterns-sliding-window/template")
def _(card, random):
    for _ in range(CASES):
        a, limit = some(random, 0, 9, 0, 6), random.randint(0, 15)
        same(card["longest_run"](a, limit), max((len(run) for run in runs(a) if sum(run) <= limit), default=0), a, limit)


@oracle("patterns-sliding-window/shortest-cover")
def _(card, random):
    for _ in range(CASES):
        a, need = some(random, 0, 9, 1, 6), random.randint(1, 20)
        same(card["shortest"](a, need), min((len(run) for run in runs(a) if sum(run) >= need), default=0), a, need)


@oracle("patterns-two-pointers/template")
def _(card, random):
    for _ in range(CASES):
        a, target = sorted(some(random, 0, 8, -6, 6)), random.randint(-10, 10)
        pairs = [(i, j) for j in range(len(a)) for i in range(j) if a[i] + a[j] == target]
        got = card["pair_sum"](a, target)
        assert got in pairs if pairs else got is None, (a, target, got)


@oracle("patterns-two-pointers/three-zones")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 9, 0, 2)
        got = a[:]
        card["sort3"](got)
        same(got, sorted(a), a)


@oracle("patterns-fast-slow/template")
def _(card, random):
    for tail in range(8):
        for ring in range(14):
            head = chain(range(tail + ring))
            entry = None
            if ring:
                all_nodes = nodes(head)
                entry = all_nodes[tail]
                all_nodes[-1].next = entry
            assert card["cycle_entry"](head) is entry, (tail, ring)


@oracle("patterns-fast-slow/middle-first")
def _(card, random):
    for n in range(1, 20):
        head = chain(range(n))
        same(card["middle"](head).val, (n - 1) // 2, n)


def spans(random, least, most, longest=4):
    starts = some(random, least, most, 0, 12)
    return [[start, start + random.randint(1, longest)] for start in starts]


@oracle("patterns-merge-intervals/template")
def _(card, random):
    for _ in range(CASES):
        given = spans(random, 0, 6)
        halves = sorted({x for start, end in given for x in range(2 * start, 2 * end + 1)})
        wanted = []
        for x in halves:
            if wanted and wanted[-1][1] == x - 1:
                wanted[-1][1] = x
            else:
                wanted.append([x, x])
        same(card["merge"](given), [[a // 2, b // 2] for a, b in wanted], given)


@oracle("patterns-merge-intervals/two-lists")
def _(card, random):
    def apart():
        marks = sorted(random.sample(range(16), 2 * random.randint(0, 4)))
        return [list(pair) for pair in zip(marks[::2], marks[1::2])]

    for _ in range(CASES):
        a, b = apart(), apart()
        wanted = sorted([max(x[0], y[0]), min(x[1], y[1])] for x in a for y in b if max(x[0], y[0]) <= min(x[1], y[1]))
        same(list(card["common"](a, b)), wanted, a, b)


@oracle("patterns-merge-intervals/ends-first")
def _(card, random):
    for _ in range(CASES):
        given = [tuple(span) for span in spans(random, 0, 7)]
        wanted = max(sum(start <= time < end for start, end in given) for time in range(20))
        same(card["most_at_once"](given), wanted, given)


@oracle("patterns-cyclic-sort/template")
def _(card, random):
    for _ in range(CASES):
        n = random.randint(0, 7)
        a = [random.randint(1, n) for _ in range(n)]
        if random.random() < 0.3:
            a = random.sample(range(1, n + 1), n)
        got = card["place"](a[:])
        same(sorted(got), sorted(a), a)
        same([i + 1 for i in range(n) if got[i] == i + 1], sorted(set(a)), a)


@oracle("patterns-cyclic-sort/first-gap")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 7, -2, 8)
        got = a[:]
        card["settle"](got)
        same(sorted(got), sorted(a), a)
        least = next((x for x, value in enumerate(got, 1) if value != x), len(a) + 1)
        same(least, next(x for x in range(1, 10) if x not in a), a)


@oracle("patterns-backtracking/skip-twins")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 6, 0, 3)
        wanted = {part for k in range(len(a) + 1) for part in itertools.combinations(sorted(a), k)}
        out = []
        card["extend"](sorted(a), 0, [], out)
        same(sorted(map(tuple, out)), sorted(wanted), a)


@oracle("patterns-binary-search/first-true")
def _(card, random):
    for n in range(30):
        for first in range(n + 1):
            def ok(x):
                assert 0 <= x < n, "asked outside the range"
                return x >= first
            same(card["first_true"](n, ok), first, n, first)


@oracle("patterns-k-way-merge/push-successor")
def _(card, random):
    for _ in range(CASES):
        lists = [sorted(some(random, 0, 5, 0, 9)) for _ in range(random.randint(0, 5))]
        heap = [(a[0], k, 0) for k, a in enumerate(lists) if a]
        heapq.heapify(heap)
        same(list(card["merge"](lists, heap)), sorted(itertools.chain(*lists)), lists)


@oracle("patterns-greedy/jump-layers")
def _(card, random):
    tried = 0
    while tried < CASES:
        a = some(random, 1, 8, 0, 4)
        reached, layers = {0}, 0
        while len(a) - 1 not in reached and layers < len(a):
            reached |= {j for i in reached for j in range(i, min(i + a[i], len(a) - 1) + 1)}
            layers += 1
        if len(a) - 1 in reached:
            tried += 1
            same(card["jumps"](a), layers, a)


@oracle("patterns-union-find/join-roots")
def _(card, random):
    for _ in range(CASES):
        n = random.randint(1, 8)
        pairs = edges_between(random, n, 8)
        group = list(range(n))
        for a, b in pairs:
            group = [group[a] if g == group[b] else g for g in group]
        same(card["groups"](n, pairs), len(set(group)), n, pairs)


@oracle("patterns-monotonic/pop-smaller")
def _(card, random):
    for _ in range(CASES):
        a = some(random, 0, 9, 0, 5)
        wanted = [next((j - i for j in range(i, len(a)) if a[j] > a[i]), 0) for i in range(len(a))]
        same(card["waits"](a), wanted, a)


@oracle("patterns-monotonic/drop-old")
def _(card, random):
    for _ in range(CASES):
        a, k = some(random, 0, 10, 0, 6), random.randint(1, 5)
        same(list(card["peaks"](a, k)), [max(a[i:i + k]) for i in range(len(a) - k + 1)], a, k)


@oracle("patterns-weighted-graphs/stale-entry")
def _(card, random):
    for _ in range(CASES):
        n = random.randint(1, 6)
        edges = {a: [] for a in range(n)}
        for a, b in edges_between(random, n, 12):
            edges[a].append((b, random.randint(0, 9)))
        wanted = {0: 0}
        for _ in range(n):
            for a in list(wanted):
                for b, cost in edges[a]:
                    wanted[b] = min(wanted.get(b, 999), wanted[a] + cost)
        best = {a: 0 if a == 0 else 999 for a in range(n)}
        card["distances"](edges, best, [(0, 0)])
        same(best, {a: wanted.get(a, 999) for a in range(n)}, edges)


@oracle("patterns-design-concurrency/swap-last")
def _(card, random):
    for _ in range(CASES):
        items, at, wanted = [], {}, set()
        for _ in range(20):
            x = random.randint(0, 5)
            if x in wanted and random.random() < 0.6:
                card["remove"](items, at, x)
                wanted.remove(x)
            elif x not in wanted:
                at[x] = len(items)
                items.append(x)
                wanted.add(x)
            same(sorted(items), sorted(wanted))
            same(at, {item: place for place, item in enumerate(items)})


@oracle("patterns-design-concurrency/wait-again")
def _(card, random):
    for _ in range(CASES):
        queue, limit, changed, taken = collections.deque(), random.randint(1, 4), Condition(), []

        def consumer():
            taken.append(queue.popleft())
        changed.other = consumer
        for sent in range(12):
            if queue and random.random() < 0.3:
                consumer()
            card["put"](queue, limit, changed, sent)
            assert len(queue) <= limit, "more than the limit"
        same(taken + list(queue), list(range(12)))
