/* names.h: several names in one sentence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_names_join:
 * @names: (element-type utf8): names
 *
 * Returns: (transfer full): the names in quotes with commas between; of very many the first few,
 * and how many more there are
 */
char *tl_names_join (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
