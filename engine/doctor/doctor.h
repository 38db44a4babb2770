// Is everything whole, and what is to do? Reads all that one learner has on this machine and says what it finds; changes
// none of it unless it is asked to.
#pragma once

#include "doctor/examine.h"
#include "doctor/homes.h"
#include "doctor/finding.h"
#include "doctor/mend.h"
#include "doctor/private_check.h"
#include "doctor/push_hook.h"
#include "doctor/text_findings.h"
