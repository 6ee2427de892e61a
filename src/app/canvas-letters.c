/* canvas-letters.c: choices by one letter. W marks as waste, then a letter may say what kind; K asks what
 * kind of step it is. The letters are shown beside the step while they count.
 */
#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  guint key;
  int value;
} Letter;

struct _TlLetters
{
  const char *title;
  const Letter *letters;
  guint n_letters;
  const TlChoice *(*choices) (void);
  void (*chosen) (TlCanvas *self, int value);
};

static const Letter waste_letters[] = {
  { GDK_KEY_h, TL_WASTE_HAND_OFF }, { GDK_KEY_r, TL_WASTE_REWORK },
  { GDK_KEY_c, TL_WASTE_CHECKING }, { GDK_KEY_s, TL_WASTE_SORTING },
  { GDK_KEY_q, TL_WASTE_QUEUEING }, { GDK_KEY_d, TL_WASTE_DUPLICATING },
  { GDK_KEY_a, TL_WASTE_CHASING },  { GDK_KEY_e, TL_WASTE_RECORDING },
  { GDK_KEY_o, TL_WASTE_OTHER },
};

static const Letter kind_letters[] = {
  { GDK_KEY_s, TL_STEP_START }, { GDK_KEY_k, TL_STEP_WORK }, { GDK_KEY_d, TL_STEP_DECISION },
  { GDK_KEY_w, TL_STEP_WAIT },  { GDK_KEY_e, TL_STEP_END },
};

static void
waste_chosen (TlCanvas *self, int value)
{
  tl_canvas_mark (self, TL_CLASS_WASTE, (TlWaste) value);
}

static void
kind_chosen (TlCanvas *self, int value)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  TlHistory *history = tl_canvas_history (self);

  tl_history_begin (history, _("Change kind of step"), NULL);
  for (guint i = 0; i < steps->len; i++)
    tl_history_apply (history,
                      tl_edit_new_set_choice (g_ptr_array_index (steps, i), "kind", value));
  tl_history_end (history);
}

static const TlLetters waste = {
  N_ ("What kind of waste?"), waste_letters, G_N_ELEMENTS (waste_letters), tl_waste_choices, waste_chosen,
};

static const TlLetters kinds = {
  N_ ("What kind of step?"), kind_letters, G_N_ELEMENTS (kind_letters), tl_step_kind_choices, kind_chosen,
};

static void
attach (GtkGrid *grid, const TlLetters *letters, guint i)
{
  const TlChoice *word = tl_choice_by_value (letters->choices (), letters->letters[i].value);
  char letter[2] = { (char) g_ascii_toupper ((char) letters->letters[i].key), '\0' };
  GtkWidget *key = gtk_label_new (letter);
  GtkWidget *label = gtk_label_new (_(word->label));

  gtk_widget_add_css_class (key, "keycap");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (grid, key, (int) (i % 2) * 2, 1 + (int) i / 2, 1, 1);
  gtk_grid_attach (grid, label, (int) (i % 2) * 2 + 1, 1 + (int) i / 2, 1, 1);
}

static GtkWidget *
create_table (const TlLetters *letters)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_(letters->title));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 4, 1);
  for (guint i = 0; i < letters->n_letters; i++)
    attach (GTK_GRID (grid), letters, i);
  return grid;
}

static GtkWidget *
create_popover (TlCanvas *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

/* Shows letters beside the newest of the selected steps. The keyboard stays with the canvas: the next key
 * is the letter, or means what it always means. */
static void
show (TlCanvas *self, const TlLetters *letters)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  TlBox box;

  if (steps->len == 0)
    return;
  if (!self->letters_popover)
    self->letters_popover = create_popover (self);
  if (self->letters_shown != letters)
    gtk_popover_set_child (GTK_POPOVER (self->letters_popover), create_table (letters));
  self->letters_shown = letters;
  tl_canvas_reveal (self, g_ptr_array_index (steps, steps->len - 1));
  box = tl_canvas_box_of (self, g_ptr_array_index (steps, steps->len - 1));
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->letters_popover),
                               &(GdkRectangle){ (int) box.x, (int) box.y, MAX (1, (int) box.width),
                                                MAX (1, (int) box.height) });
  gtk_popover_popup (GTK_POPOVER (self->letters_popover));
}

/* Shows the letters for the kinds of waste beside the step that was just marked. */
void
tl_canvas_show_waste_hint (TlCanvas *self)
{
  if (self->flow && !tl_document_is_read_only (self->document))
    show (self, &waste);
}

/* K: what kind of steps the selected ones are. */
void
tl_canvas_ask_kind (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len)
    show (self, &kinds);
  else
    tl_canvas_say (self, _("Select a step first"));
}

/* While letters are shown: takes @key as one of them. Any other key just puts them away.
 * Returns: whether @key was a letter. */
gboolean
tl_canvas_take_letter (TlCanvas *self, guint key)
{
  const TlLetters *letters = self->letters_shown;

  if (!self->letters_popover || !gtk_widget_get_visible (self->letters_popover))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->letters_popover));
  if (key == GDK_KEY_Escape || key == GDK_KEY_Return)
    return TRUE;
  for (guint i = 0; i < letters->n_letters; i++)
    if (letters->letters[i].key == key)
      {
        letters->chosen (self, letters->letters[i].value);
        return TRUE;
      }
  return FALSE;
}
