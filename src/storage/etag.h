/* etag.h: tells whether a file is still the one that was read. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_ETAG_ATTRIBUTES "standard::size,time::modified,time::modified-nsec,unix::inode"

char *tl_etag_of_info (GFileInfo *info) G_GNUC_WARN_UNUSED_RESULT;
char *tl_etag_of_file (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
