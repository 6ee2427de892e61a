/* flow-label.c: what is written on a path, and about how large that is. */
#include "layout/flow-label.h"

#include <math.h>
#include <string.h>

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "study/quantity.h"

/* Of the painter's letters, rounded up; this layer knows no fonts. */
#define NARROW 4.6
#define USUAL 7.6
#define WIDE 11.0
#define SQUARE 12.5

/* Shares that differ by demand type are many numbers; the inspector lists them. */
static char *
share_text (const TlConnector *connector)
{
  if (connector->shares->len > 0)
    /* Translators: the share of the work that goes this way differs by type of demand */
    return g_strdup (_ ("by demand"));
  return isnan (connector->share) ? NULL : tl_share_format (connector->share);
}

static char *
connector_text (const TlConnector *connector)
{
  g_autofree char *share = share_text (connector);

  if (connector->label == NULL)
    return g_steal_pointer (&share);
  return share != NULL ? g_strdup_printf ("%s · %s", connector->label, share) : g_strdup (connector->label);
}

/**
 * tl_path_has_label:
 * @item: a connector, or what else a path draws
 *
 * Returns: whether anything is written on its path
 */
gboolean
tl_path_has_label (const TlItem *item)
{
  const TlConnector *connector = (const TlConnector *) item;

  if (item->kind == TL_ITEM_RAISES)
    return !isnan (((const TlRaises *) item)->rate);
  return item->kind == TL_ITEM_CONNECTOR
         && (connector->label != NULL || connector->shares->len > 0 || !isnan (connector->share));
}

/**
 * tl_path_label_text:
 * @path: a path
 *
 * Returns: (transfer full) (nullable): what is written on it; %NULL for nothing
 */
char *
tl_path_label_text (const TlPath *path)
{
  if (path->item->kind == TL_ITEM_CONNECTOR)
    return connector_text ((const TlConnector *) path->item);
  if (path->item->kind == TL_ITEM_RAISES)
    {
      const TlRaises *raises = (const TlRaises *) path->item;
      g_autofree char *rate = isnan (raises->rate) ? NULL : tl_amount_format (raises->rate);

      /* Translators: failure demands that one visit to a step causes, as in "0.35 per visit". */
      return rate != NULL ? g_strdup_printf (_ ("%s per visit"), rate) : NULL;
    }
  return NULL;
}

static double
letter_width (gunichar letter)
{
  if (g_unichar_iswide (letter))
    return SQUARE;
  if (letter < 128 && strchr ("%@mwMWQOG", (int) letter) != NULL)
    return WIDE;
  if (g_unichar_isspace (letter) || letter == 0xb7 || (letter < 128 && strchr ("fijlrtI.,:;!|()[]'-", (int) letter)))
    return NARROW;
  return USUAL;
}

static double
text_width (const char *text)
{
  double width = 0;

  for (const char *at = text; *at != '\0' && width < TL_LABEL_WIDTH_MOST; at = g_utf8_next_char (at))
    width += letter_width (g_utf8_get_char (at));
  return width;
}

/**
 * tl_path_label_size:
 * @path: a path
 *
 * Returns: about the size of its label at 100 %, in points; 0 × 0 where nothing is written
 */
TlLabelSize
tl_path_label_size (const TlPath *path)
{
  g_autofree char *text = tl_path_label_text (path);
  gboolean two_lines;
  double width;

  if (text == NULL)
    return (TlLabelSize){ 0, 0 };
  width = text_width (text) + 2 * TL_LABEL_PAD;
  two_lines = path->item->kind == TL_ITEM_RAISES || width > TL_LABEL_WIDTH_MOST;
  return (TlLabelSize){ MIN (width, TL_LABEL_WIDTH_MOST), two_lines ? TL_LABEL_TWO_LINES : TL_LABEL_HEIGHT };
}

/**
 * tl_path_label_box:
 * @path: a path
 *
 * Returns: what its label covers at 100 %; without width where nothing is written
 */
TlBox
tl_path_label_box (const TlPath *path)
{
  return (TlBox){ path->label.x - path->label_width / 2, path->label.y - path->label_height / 2, path->label_width,
                  path->label_height };
}
