/* study-version.h: the namespace and the versions of the format. */
#pragma once

#include <glib.h>
#include <libxml/xmlstring.h>

G_BEGIN_DECLS

#define TL_STUDY_NAMESPACE "urn:throughline:study:1"
#define TL_STUDY_NAMESPACE_STEM "urn:throughline:study:"
#define TL_STUDY_VERSION "1"

/* TlFileVersion: the major version that a file says it is of, and in which line. */
typedef struct
{
  guint64 number;
  guint line;
} TlFileVersion;

guint64 tl_version_of_namespace (const char *uri);
guint64 tl_version_of_attributes (int n_attributes, const xmlChar **attributes);

G_END_DECLS
