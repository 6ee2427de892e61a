#include "study-file.h"

/* clang-format off: the name becomes a string as it stands */
G_DEFINE_QUARK (tl - storage - error - quark, tl_storage_error)
/* clang-format on */
