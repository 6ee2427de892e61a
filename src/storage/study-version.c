#include "study-version.h"

#include <string.h>

/**
 * tl_version_of_namespace: (skip)
 * @uri: (nullable): a namespace
 *
 * Returns: the major version of the format that it is for, 0 where it is not one of ours
 */
guint64
tl_version_of_namespace (const char *uri)
{
  const char *digits;

  if (!uri || !g_str_has_prefix (uri, TL_STUDY_NAMESPACE_STEM))
    return 0;
  digits = uri + strlen (TL_STUDY_NAMESPACE_STEM);
  return digits[strspn (digits, "0123456789")] ? 0 : g_ascii_strtoull (digits, NULL, 10);
}

/**
 * tl_version_of_attributes: (skip)
 * @n_attributes: how many attributes the study's element has
 * @attributes: them, as libxml2's SAX2 reports them
 *
 * Returns: the major version that it says; 0 where it says none, or not a number
 */
guint64
tl_version_of_attributes (int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      g_autofree char *value = NULL;

      if (attribute[1] || strcmp ((const char *) attribute[0], "version") != 0)
        continue;
      value = g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
      return value[strspn (value, "0123456789.")] ? 0 : g_ascii_strtoull (value, NULL, 10);
    }
  return 0;
}
