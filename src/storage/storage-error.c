#include "study-file.h"

/* The name becomes a string as it stands. */
/* clang-format off */
G_DEFINE_QUARK (tl-storage-error-quark, tl_storage_error)
/* clang-format on */
