/* speaker.h: says to assistive technology what one thing on the canvas is.
 *
 * GTK 4.8 lets a drawn picture have no accessible parts of its own, so each thing that is drawn has a widget that is
 * never seen: it has a role, a name, a description, a place, a state, can have the keyboard, and can be asked to act.
 * Steps can be marked and renamed; all can be selected.
 */
#pragma once

#include <gtk/gtk.h>

#include "layout/flow-geometry.h"
#include "study/item.h"

G_BEGIN_DECLS

#define TL_TYPE_SPEAKER (tl_speaker_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlSpeaker, tl_speaker, TL, SPEAKER, GtkWidget)

struct _TlSpeakerClass
{
  GtkWidgetClass parent_class;
};

#define TL_TYPE_STEP_SPEAKER (tl_step_speaker_get_type ())
G_DECLARE_FINAL_TYPE (TlStepSpeaker, tl_step_speaker, TL, STEP_SPEAKER, TlSpeaker)

GtkWidget *tl_speaker_new (gpointer item);
TlItem *tl_speaker_item (TlSpeaker *self);
gboolean tl_speaker_set_words (TlSpeaker *self, const char *name, const char *description);
const char *tl_speaker_name (TlSpeaker *self);
void tl_speaker_tell (TlSpeaker *self);
void tl_speaker_set_selected (TlSpeaker *self, gboolean selected);
void tl_speaker_set_position (TlSpeaker *self, guint position, guint size);
gboolean tl_speaker_set_mark (TlSpeaker *self, guint64 mark);
void tl_speaker_place (TlSpeaker *self, const TlBox *box);

G_END_DECLS
