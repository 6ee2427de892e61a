/* flow-letters.h: set texts, kept from one picture of a flow to the next.
 *
 * Setting text is by far the dearest part of drawing a flow, and from one key press to the next
 * nearly all texts are the same. Who draws a flow again and again keeps its letters and gives them
 * to each new picture.
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _TlFlowLetters TlFlowLetters;

/**
 * TlFlowFont:
 * @size: in points at 100 %
 * @weight: of the letters
 * @lines: at most
 * @keeps_end: where the text is shortened, that is before its end, not there
 */
typedef struct
{
  double size;
  PangoWeight weight;
  int lines;
  gboolean keeps_end;
} TlFlowFont;

TlFlowLetters *tl_flow_letters_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlFlowLetters *tl_flow_letters_ref (TlFlowLetters *letters) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_letters_unref (TlFlowLetters *letters);
PangoLayout *tl_flow_letters_set (TlFlowLetters *letters, const TlFlowFont *font, const char *text, double width)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowLetters, tl_flow_letters_unref)

G_END_DECLS
