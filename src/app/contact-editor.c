#include "app/contact-editor.h"

#include "app/field-entry.h"
#include "app/type-entry.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlContactEditor
{
  GObject parent_instance;
  TlContactsColumns *columns;
  TlContactList *list;
  TlDocument *document;
  TlContact *contact; /* NULL while nothing is typed */
  const TlField *field;
  GtkWidget *cell;         /* a #TlFieldEntry, a #TlTypeEntry or, for the kind, a #GtkMenuButton */
  gboolean wants_keyboard; /* it is to have it whenever it comes into sight */
  guint focus_source;
  guint leave_source;
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlContactEditor, tl_contact_editor, G_TYPE_OBJECT)

/* ---- the widget of a cell ---- */

static const struct
{
  const char *field;
  const char *title;
  const char *edit;
  TlEntryFormat format;
} entries[] = {
  { "when", N_ ("When"), N_ ("Change day"), TL_ENTRY_MOMENT },
  { "words", N_ ("What was said"), N_ ("Change words"), TL_ENTRY_TEXT },
  { "minutes", N_ ("Time it took"), N_ ("Change time"), TL_ENTRY_MINUTES },
  { "channel", N_ ("Channel"), N_ ("Change channel"), TL_ENTRY_TEXT },
  { "place", N_ ("Place"), N_ ("Change place"), TL_ENTRY_TEXT },
  { "thread", N_ ("Need"), N_ ("Change need"), TL_ENTRY_TEXT },
  { "listener", N_ ("Listener"), N_ ("Change listener"), TL_ENTRY_TEXT },
};

static void
on_enter (TlContactEditor *self)
{
  if (tl_contact_editor_end (self))
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, TRUE);
}

static GtkWidget *
new_entry (TlContactEditor *self)
{
  TlHistory *history = tl_document_history (self->document);
  guint i = 0;
  GtkWidget *entry;

  while (!g_str_equal (entries[i].field, self->field->name))
    g_assert (++i < G_N_ELEMENTS (entries));
  entry = tl_field_entry_new (_ (entries[i].title), entries[i].format,
                              tl_live_edit_new (history, self->contact, entries[i].field, _ (entries[i].edit)));
  tl_field_entry_set_lasting (TL_FIELD_ENTRY (entry), TRUE);
  if (entries[i].format == TL_ENTRY_MINUTES)
    gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_enter), self);
  return entry;
}

static GtkWidget *
new_type_entry (TlContactEditor *self)
{
  GtkWidget *entry = tl_type_entry_new (self->document, self->contact);

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (entry, "taken", G_CALLBACK (on_enter), self);
  return entry;
}

static void
show_kind (TlContactEditor *self)
{
  const char *word = tl_contact_judged_word (tl_contact_judged (self->contact));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->cell), *word ? word : _ ("not yet judged"));
}

/* The table's own actions do it: the row that is edited is the one that is selected. */
static GtkWidget *
new_kind_button (TlContactEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Value (V)"), "contacts.value");
  g_menu_append (menu, _ ("Failure (F)"), "contacts.failure");
  g_menu_append (menu, _ ("Not sure (U)"), "contacts.unsure");
  g_menu_append (menu, _ ("As the type says (J)"), "contacts.as-type");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cell");
  gtk_widget_set_tooltip_text (button, _ ("V, F, U or J, or choose"));
  return button;
}

static GtkWidget *
new_cell (TlContactEditor *self)
{
  if (g_str_equal (self->field->name, "kind"))
    return new_kind_button (self);
  return g_str_equal (self->field->name, "demand") ? new_type_entry (self) : new_entry (self);
}

/* ---- the keyboard ---- */

/**
 * tl_contact_editor_has_keyboard:
 * @self: an editor
 *
 * Returns: whether what is pressed goes into its cell
 */
gboolean
tl_contact_editor_has_keyboard (TlContactEditor *self)
{
  return self->cell && (gtk_widget_get_state_flags (self->cell) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

/* Whether the window has gone to the back with the keyboard in the cell, which is no leaving. */
static gboolean
is_away (TlContactEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (self->cell);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return !root || (focus && (focus == self->cell || gtk_widget_is_ancestor (focus, self->cell)));
}

static gboolean
after_leaving (gpointer data)
{
  TlContactEditor *self = data;

  self->leave_source = 0;
  if (tl_contact_editor_has_keyboard (self) || is_away (self))
    return G_SOURCE_REMOVE;
  self->wants_keyboard = FALSE;
  if (tl_contact_editor_end (self))
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, FALSE);
  return G_SOURCE_REMOVE;
}

/* The keyboard also leaves when the table moves the cell to another row; then it comes back at once. */
static void
on_leave (TlContactEditor *self)
{
  if (self->cell && !self->leave_source)
    self->leave_source = g_idle_add (after_leaving, self);
}

static gboolean
give_keyboard (gpointer data)
{
  TlContactEditor *self = data;

  self->focus_source = 0;
  gtk_widget_grab_focus (self->cell);
  return G_SOURCE_REMOVE;
}

/* The cell may still be on its way into the table: the row comes into sight in the next frame. */
static void
on_mapped (TlContactEditor *self)
{
  if (self->wants_keyboard && !self->focus_source)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, give_keyboard, self, NULL);
}

static void
listen (TlContactEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->cell, focus);
  g_signal_connect_object (self->cell, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED);
}

/* ---- beginning and ending ---- */

static void
drop_cell (TlContactEditor *self)
{
  g_autoptr (GtkWidget) cell = g_steal_pointer (&self->cell);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->leave_source, g_source_remove);
  if (!cell)
    return;
  g_signal_handlers_disconnect_by_data (cell, self);
  tl_contacts_columns_seat (self->columns, NULL, NULL, NULL);
  g_clear_pointer (&self->contact, tl_item_unref);
}

/* What is typed is in the study already, but for a type. */
static gboolean
keep (TlContactEditor *self)
{
  if (TL_IS_TYPE_ENTRY (self->cell))
    tl_type_entry_take (TL_TYPE_ENTRY (self->cell));
  return !TL_IS_FIELD_ENTRY (self->cell) || tl_field_entry_is_understood (TL_FIELD_ENTRY (self->cell));
}

static void
end (TlContactEditor *self)
{
  drop_cell (self);
  g_clear_object (&self->document);
  tl_contact_list_hold (self->list, FALSE);
}

/**
 * tl_contact_editor_end:
 * @self: an editor
 *
 * Keeps what was typed, and shows the cell as any other again.
 *
 * Returns: %FALSE where it can't be understood: the cell stays, and says why
 */
gboolean
tl_contact_editor_end (TlContactEditor *self)
{
  if (!self->cell)
    return TRUE;
  if (!keep (self))
    {
      gtk_widget_error_bell (self->cell);
      return FALSE;
    }
  end (self);
  return TRUE;
}

/**
 * tl_contact_editor_begin:
 * @self: an editor
 * @document: the document
 * @contact: a contact of its study
 * @field: which of its cells
 *
 * Keeps what was typed so far and makes another cell one to type in. It has the keyboard as soon as it is in sight.
 *
 * Returns: %FALSE where what was typed so far can't be understood: it keeps the keyboard
 */
gboolean
tl_contact_editor_begin (TlContactEditor *self, TlDocument *document, TlContact *contact, const TlField *field)
{
  if (self->cell && !keep (self))
    {
      gtk_widget_error_bell (self->cell);
      gtk_widget_grab_focus (self->cell);
      return FALSE;
    }
  drop_cell (self);
  g_set_object (&self->document, document);
  self->contact = (TlContact *) tl_item_ref (contact);
  self->field = field;
  self->cell = g_object_ref_sink (new_cell (self));
  if (GTK_IS_EDITABLE (self->cell))
    /* As narrow as can be: columns keep their widths. */
    gtk_editable_set_width_chars (GTK_EDITABLE (self->cell), 1);
  else
    show_kind (self);
  gtk_widget_set_hexpand (self->cell, TRUE);
  self->wants_keyboard = TRUE;
  tl_contact_list_hold (self->list, TRUE);
  listen (self);
  tl_contacts_columns_seat (self->columns, self->cell, contact, field);
  return TRUE;
}

/**
 * tl_contact_editor_refresh:
 * @self: an editor
 *
 * Shows what the study holds now: somebody may have undone. Where the contact has gone, so has its cell.
 */
void
tl_contact_editor_refresh (TlContactEditor *self)
{
  if (!self->cell)
    return;
  if (!self->contact->item.parent)
    {
      end (self);
      g_signal_emit (self, signals[SIGNAL_ENDED], 0, FALSE);
    }
  else if (TL_IS_FIELD_ENTRY (self->cell))
    tl_field_entry_refresh (TL_FIELD_ENTRY (self->cell));
  else if (GTK_IS_MENU_BUTTON (self->cell))
    show_kind (self);
}

/**
 * tl_contact_editor_get_contact:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): whose cell it is; %NULL while nothing is typed
 */
TlContact *
tl_contact_editor_get_contact (TlContactEditor *self)
{
  return self->contact;
}

/**
 * tl_contact_editor_get_field:
 * @self: an editor
 *
 * Returns: (transfer none): which cell of its row is typed in, or was last; that of the words to begin with
 */
const TlField *
tl_contact_editor_get_field (TlContactEditor *self)
{
  return self->field;
}

/* ---- keys ---- */

static void
move (TlContactEditor *self, int by)
{
  const TlField *field = tl_contacts_columns_beside (self->field, by);

  if (field)
    tl_contact_editor_begin (self, self->document, self->contact, field);
  else
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, by);
}

static void
call_off (TlContactEditor *self)
{
  if (TL_IS_FIELD_ENTRY (self->cell))
    tl_field_entry_restore (TL_FIELD_ENTRY (self->cell));
  end (self);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, TRUE);
}

static gboolean
has_menu_open (TlContactEditor *self)
{
  GtkPopover *menu
      = GTK_IS_MENU_BUTTON (self->cell) ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->cell)) : NULL;

  return menu && gtk_widget_get_visible (GTK_WIDGET (menu));
}

/* The keys that judge a row judge in its cell too. */
static gboolean
judge (TlContactEditor *self, guint key)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_v, "contacts.value" },
    { GDK_KEY_f, "contacts.failure" },
    { GDK_KEY_u, "contacts.unsure" },
    { GDK_KEY_j, "contacts.as-type" },
  };

  for (guint i = 0; GTK_IS_MENU_BUTTON (self->cell) && i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key))
      return gtk_widget_activate_action (self->cell, keys[i].action, NULL);
  return FALSE;
}

/**
 * tl_contact_editor_press:
 * @self: an editor that has the keyboard
 * @key: what is pressed
 * @state: what is held
 *
 * Returns: whether the key means something to the cell, and not to the table
 */
gboolean
tl_contact_editor_press (TlContactEditor *self, guint key, GdkModifierType state)
{
  if (has_menu_open (self))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      move (self, state & GDK_SHIFT_MASK ? -1 : 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      call_off (self);
      return TRUE;
    default:
      return !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) && judge (self, key);
    }
}

static void
tl_contact_editor_dispose (GObject *object)
{
  TlContactEditor *self = TL_CONTACT_EDITOR (object);

  drop_cell (self);
  g_clear_object (&self->document);
  g_clear_object (&self->columns);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (tl_contact_editor_parent_class)->dispose (object);
}

static void
tl_contact_editor_class_init (TlContactEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_contact_editor_dispose;
  signals[SIGNAL_MOVED]
      = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_ENDED]
      = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
tl_contact_editor_init (TlContactEditor *self)
{
  self->field = tl_item_field (TL_ITEM_CONTACT, "words");
}

/**
 * tl_contact_editor_new:
 * @columns: where its cell sits
 * @list: whose rows stay where they are while something is typed
 *
 * Returns: (transfer full): an editor of nothing yet
 */
TlContactEditor *
tl_contact_editor_new (TlContactsColumns *columns, TlContactList *list)
{
  TlContactEditor *self = g_object_new (TL_TYPE_CONTACT_EDITOR, NULL);

  self->columns = g_object_ref (columns);
  self->list = g_object_ref (list);
  return self;
}
