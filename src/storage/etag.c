#include "etag.h"

/**
 * tl_etag_of_info: (skip)
 * @info: what is known of a file, with #TL_ETAG_ATTRIBUTES
 *
 * Returns: (transfer full): a mark that changes whenever the file is written to or replaced. The time
 *   alone would not do: two saves can fall into one tick of the file system's clock.
 */
char *
tl_etag_of_info (GFileInfo *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%09u-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT,
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_NSEC),
                          (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

/**
 * tl_etag_of_file: (skip)
 * @file: a file; a link stands for what it leads to
 *
 * Returns: (transfer full) (nullable): its mark, %NULL where there is none
 */
char *
tl_etag_of_file (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, TL_ETAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info ? tl_etag_of_info (info) : NULL;
}
