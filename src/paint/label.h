/* label.h: one piece of text of a chart: measured first, then given a place. */
#pragma once

#include <pango/pangocairo.h>

#include "paint/theme.h"

G_BEGIN_DECLS

/**
 * TlLabelStyle:
 * @size: height of the letters, at 100 %
 * @bold: heavier
 * @ink: for most text
 * @colour: (nullable): instead of @ink, for text on a coloured ground
 * @lines: at most; 0 counts as 1
 * @both_ends: where it is shortened, its middle goes, not its end
 * @sentence: in the user's language, though a name in it may run the other way
 */
typedef struct
{
  double size;
  gboolean bold;
  TlInk ink;
  const TlColour *colour;
  int lines;
  gboolean both_ends;
  gboolean sentence;
} TlLabelStyle;

/**
 * TlLabel:
 * @x: left, set by who places it
 * @y: top, set by who places it
 * @width: measured
 * @height: measured
 * @line_height: of its first line
 * @letters: size of its font
 * @text: as drawn, perhaps shortened
 * @whole: (nullable): the whole text, where @text is shortened
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double line_height;
  double letters;
  char *text;
  char *whole;
  /*< private >*/
  PangoLayout *layout;
  double scale;
  double offset;
  TlColour colour;
} TlLabel;

double tl_label_size (double size);
char *tl_label_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
PangoContext *tl_label_context (void) G_GNUC_WARN_UNUSED_RESULT;
TlLabel *tl_label_new (PangoContext *context,
                       const TlTheme *theme,
                       const TlLabelStyle *style,
                       const char *text,
                       double most_width) G_GNUC_WARN_UNUSED_RESULT;
void tl_label_free (TlLabel *label);
void tl_label_paint (const TlLabel *label, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLabel, tl_label_free)

G_END_DECLS
