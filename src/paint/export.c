#include "paint/export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#include "paint/chart-numbers.h"
#include "paint/svg-titles.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Pictures are measured in pixels of 1/96 inch, paper in points of 1/72. */
#define POINTS_PER_PIXEL 0.75

/* clang-format off: it would put spaces into the name */
/* The name becomes a string as it stands. */
/* clang-format off */
G_DEFINE_QUARK (tl-export-error-quark, tl_export_error)
/* clang-format on */
/* clang-format on */

static const char *const suffixes[TL_N_FORMATS] = {
  [TL_FORMAT_PNG] = "png",
  [TL_FORMAT_SVG] = "svg",
  [TL_FORMAT_PDF] = "pdf",
  [TL_FORMAT_CSV] = "csv",
};

/**
 * tl_format_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how names of such files end, as "png"
 */
const char *
tl_format_suffix (TlFormat format)
{
  g_return_val_if_fail (format < TL_N_FORMATS, NULL);
  return suffixes[format];
}

/**
 * tl_format_from_name:
 * @name: of a file
 * @format: (out): what its ending says, in large or small letters
 * @error: return location for %TL_EXPORT_ERROR_FORMAT
 *
 * Returns: whether the ending is one of those known
 */
gboolean
tl_format_from_name (const char *name, TlFormat *format, GError **error)
{
  const char *dot = strrchr (name, '.');

  for (int i = 0; dot && i < TL_N_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT, _ ("“%s” does not end in .png, .svg, .pdf or .csv"),
               name);
  return FALSE;
}

static gboolean
check_size (int width, int height, GError **error)
{
  if (width >= TL_EXPORT_LEAST && width <= TL_EXPORT_MOST && height >= TL_EXPORT_LEAST && height <= TL_EXPORT_MOST)
    return TRUE;
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
               _ ("A picture of %d × %d is not possible: each side has %d to %d pixels"), width, height,
               TL_EXPORT_LEAST, TL_EXPORT_MOST);
  return FALSE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Paints and finishes: only then a surface tells of all that went wrong. */
static cairo_status_t
paint_on (cairo_surface_t *surface, TlChart *chart, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  tl_chart_paint (chart, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

static cairo_surface_t *
new_image (TlChart *chart, int width, int height, cairo_status_t *status)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  *status = cairo_surface_status (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = paint_on (surface, chart, 1);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
write_png (TlChart *chart, int width, int height, GByteArray *bytes)
{
  cairo_status_t status;
  cairo_surface_t *surface = new_image (chart, width, height, &status);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_svg (TlChart *chart, int width, int height, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cairo_svg_surface_restrict_to_version (surface, CAIRO_SVG_VERSION_1_1);
  status = paint_on (surface, chart, 1);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* The day is the subject's, not today: the same chart gives the same bytes. */
static void
describe_pdf (cairo_surface_t *surface, TlChart *chart, const TlSubject *subject)
{
  GDate date = subject->date;
  g_autofree char *stamp = NULL;

  if (!g_date_valid (&date))
    date = tl_export_today ();
  stamp = g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", g_date_get_year (&date), g_date_get_month (&date),
                           g_date_get_day (&date));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tl_chart_title (chart));
  if (subject->study && subject->study->title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject->study->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

static cairo_status_t
write_pdf (TlChart *chart, const TlSubject *subject, int width, int height, GByteArray *bytes)
{
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);
  cairo_status_t status;

  describe_pdf (surface, chart, subject);
  status = paint_on (surface, chart, POINTS_PER_PIXEL);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static GBytes *
export_picture (TlChart *chart, const TlSubject *subject, int width, int height, TlFormat format, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_status_t status;

  if (format == TL_FORMAT_PNG)
    status = write_png (chart, width, height, array);
  else if (format == TL_FORMAT_SVG)
    status = write_svg (chart, width, height, array);
  else
    status = write_pdf (chart, subject, width, height, array);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FAILED, _ ("The picture could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  if (format == TL_FORMAT_SVG)
    return tl_svg_add_titles (bytes, chart);
  return g_steal_pointer (&bytes);
}

/**
 * tl_export_bytes:
 * @view: which chart
 * @subject: what is drawn
 * @theme: light or dark; its scale multiplies what the size gives
 * @width: pixels; not looked at for CSV
 * @height: pixels; not looked at for CSV
 * @format: of the file
 * @error: return location for a #GError of #TL_EXPORT_ERROR
 *
 * Makes a file of a chart by the painter of the screen. The same input gives the same bytes.
 *
 * Returns: (transfer full): the file's content, %NULL with @error set
 */
GBytes *
tl_export_bytes (TlView view,
                 const TlSubject *subject,
                 const TlTheme *theme,
                 int width,
                 int height,
                 TlFormat format,
                 GError **error)
{
  g_autoptr (TlChart) chart = NULL;

  g_return_val_if_fail (view < TL_N_VIEWS && format < TL_N_FORMATS, NULL);
  if (format == TL_FORMAT_CSV)
    return tl_chart_numbers (view, subject, error);
  if (!check_size (width, height, error))
    return NULL;
  chart = tl_chart_new (view, subject, theme, width, height);
  return export_picture (chart, subject, width, height, format, error);
}

/**
 * tl_export_image:
 * @view: which chart
 * @subject: what is drawn
 * @theme: light or dark
 * @width: pixels
 * @height: pixels
 *
 * For the clipboard: the same pixels as the PNG has.
 *
 * Returns: (transfer full) (nullable): an image surface of %CAIRO_FORMAT_ARGB32, %NULL where the
 * size is none that tl_export_bytes() takes or memory does not suffice
 */
cairo_surface_t *
tl_export_image (TlView view, const TlSubject *subject, const TlTheme *theme, int width, int height)
{
  g_autoptr (TlChart) chart = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (view < TL_N_VIEWS, NULL);
  if (!check_size (width, height, NULL))
    return NULL;
  chart = tl_chart_new (view, subject, theme, width, height);
  surface = new_image (chart, width, height, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/**
 * tl_export_today:
 *
 * Returns: the day to show on charts: that of the environment's SOURCE_DATE_EPOCH (in UTC), for
 *   files that can be made again byte by byte, else today
 */
GDate
tl_export_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = NULL;
  gint64 seconds;
  GDate date;
  int year;
  int month;
  int day;

  if (epoch && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  if (!time)
    time = g_date_time_new_now_local ();
  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  return date;
}
