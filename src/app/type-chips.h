/* type-chips.h: the type of a contact, found by typing some of its name or by touching it.
 *
 * The types that came most often, or those that have what is typed in their names; what no type is called is
 * offered as a new one.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_TYPE_CHIPS (tl_type_chips_get_type ())
G_DECLARE_FINAL_TYPE (TlTypeChips, tl_type_chips, TL, TYPE_CHIPS, GtkBox)

/* Signal "chosen" (TlDemand *demand): a person has chosen; NULL: none yet. */

GtkWidget *tl_type_chips_new (void);
void tl_type_chips_set_document (TlTypeChips *self, TlDocument *document);
void tl_type_chips_set_chosen (TlTypeChips *self, TlDemand *demand);
void tl_type_chips_refresh (TlTypeChips *self);

G_END_DECLS
