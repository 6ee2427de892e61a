#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* W marks as waste; then a letter may say what kind. */

static const struct
{
  guint key;
  TlWaste waste;
} waste_letters[] = {
  { GDK_KEY_h, TL_WASTE_HAND_OFF }, { GDK_KEY_r, TL_WASTE_REWORK },
  { GDK_KEY_c, TL_WASTE_CHECKING }, { GDK_KEY_s, TL_WASTE_SORTING },
  { GDK_KEY_q, TL_WASTE_QUEUEING }, { GDK_KEY_d, TL_WASTE_DUPLICATING },
  { GDK_KEY_a, TL_WASTE_CHASING },  { GDK_KEY_e, TL_WASTE_RECORDING },
  { GDK_KEY_o, TL_WASTE_OTHER },
};

static GtkWidget *
create_waste_hint (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_("What kind of waste?"));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 4, 1);
  for (guint i = 0; i < G_N_ELEMENTS (waste_letters); i++)
    {
      const TlChoice *word = tl_choice_by_value (tl_waste_choices (), (int) waste_letters[i].waste);
      char letter[2] = { (char) g_ascii_toupper ((char) waste_letters[i].key), '\0' };
      GtkWidget *key = gtk_label_new (letter);
      GtkWidget *label = gtk_label_new (_(word->label));

      gtk_widget_add_css_class (key, "keycap");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (grid), key, (int) (i % 2) * 2, 1 + (int) i / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), label, (int) (i % 2) * 2 + 1, 1 + (int) i / 2, 1, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (popover, FALSE);
  return popover;
}

/* Shows the letters for the kinds of waste beside the step that was just marked. The keyboard stays
 * with the canvas: the next key is the letter, or means what it always means. */
void
tl_canvas_show_waste_hint (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TlBox box;

  if (!self->flow || tl_document_is_read_only (self->document))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len == 0)
    return;
  if (!self->waste_hint)
    {
      self->waste_hint = create_waste_hint ();
      gtk_widget_set_parent (self->waste_hint, GTK_WIDGET (self));
    }
  box = tl_canvas_box_of (self, g_ptr_array_index (steps, steps->len - 1));
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->waste_hint),
                               &(GdkRectangle){ (int) box.x, (int) box.y, MAX (1, (int) box.width),
                                                MAX (1, (int) box.height) });
  gtk_popover_popup (GTK_POPOVER (self->waste_hint));
}

/* While the letters are shown: takes @key as one of them. Any other key just puts the hint away.
 * Returns: whether @key was a letter. */
gboolean
tl_canvas_take_waste_letter (TlCanvas *self, guint key)
{
  if (!self->waste_hint || !gtk_widget_get_visible (self->waste_hint))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->waste_hint));
  if (key == GDK_KEY_Escape || key == GDK_KEY_Return)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (waste_letters); i++)
    if (waste_letters[i].key == key)
      {
        tl_canvas_mark (self, TL_CLASS_WASTE, waste_letters[i].waste);
        return TRUE;
      }
  return FALSE;
}
