/* export.h: a chart as a file: PNG, SVG, PDF, or its numbers as CSV. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

#define TL_EXPORT_ERROR (tl_export_error_quark ())
GQuark tl_export_error_quark (void);

typedef enum
{
  TL_EXPORT_ERROR_FORMAT, /* the name's ending is none of those known */
  TL_EXPORT_ERROR_SIZE,
  TL_EXPORT_ERROR_FAILED,
} TlExportError;

typedef enum
{
  TL_FORMAT_PNG,
  TL_FORMAT_SVG,
  TL_FORMAT_PDF,
  TL_FORMAT_CSV,
  TL_N_FORMATS,
} TlFormat;

/* Where nobody says otherwise. */
#define TL_EXPORT_WIDTH 1280
#define TL_EXPORT_HEIGHT 720
#define TL_EXPORT_LEAST 64
#define TL_EXPORT_MOST 16384

const char *tl_format_suffix (TlFormat format); /* "png" */
gboolean tl_format_from_name (const char *name, TlFormat *format, GError **error);

GBytes *tl_export_bytes (TlView view,
                         const TlSubject *subject,
                         const TlTheme *theme,
                         int width,
                         int height,
                         TlFormat format,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
cairo_surface_t *tl_export_image (TlView view, const TlSubject *subject, const TlTheme *theme, int width, int height)
    G_GNUC_WARN_UNUSED_RESULT;
GDate tl_export_today (void);

G_END_DECLS
