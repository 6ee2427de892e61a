#include "chaos.h"

#include <math.h>

#include "study/demand-edits.h"
#include "study/flow-edits.h"
#include "study/item-build.h"

/* A number from 0 to below @n. */
int
chaos_below (Chaos *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

/* Whether it is the one time in @n. */
gboolean
chaos_once_in (Chaos *self, int n)
{
  return chaos_below (self, n) == 0;
}

typedef struct
{
  TlItemKind kind;
  GPtrArray *found;
} Search;

static gboolean
collect (TlItem *item, gpointer data)
{
  Search *search = data;

  if (item->kind == search->kind)
    g_ptr_array_add (search->found, item);
  return TRUE;
}

/* A random item of that kind below @root, or NULL. */
static gpointer
pick_below (Chaos *self, gpointer root, TlItemKind kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Search search = { kind, found };

  tl_item_walk (root, collect, &search);
  return found->len ? g_ptr_array_index (found, chaos_below (self, (int) found->len)) : NULL;
}

static gpointer
pick (Chaos *self, TlItemKind kind)
{
  return pick_below (self, self->study, kind);
}

static GPtrArray *
pick_some (Chaos *self, TlItemKind kind)
{
  GPtrArray *some = g_ptr_array_new ();

  for (int n = 1 + chaos_below (self, 4); n > 0; n--)
    {
      gpointer item = pick (self, kind);

      if (item && !g_ptr_array_find (some, item, NULL))
        g_ptr_array_add (some, item);
    }
  return some;
}

static char *
random_text (Chaos *self)
{
  static const char *const texts[] = {
    "",
    "a",
    "Wo ist meine Reparatur?",
    "<b>&amp;\"'</b>",
    "  two  spaces  ",
    "a\nb\r\nc\td",
    "]]>",
    "\001\033x",
    "שלום עולם",
    "🏠🔧",
    "naïve é é",
    "caf\351",
    "&#10;",
    "<!-- x -->",
    "x\357\277\277y",
    "\302\240",
    "…",
    "{}$%s%n",
  };
  GString *text = g_string_new (texts[chaos_below (self, G_N_ELEMENTS (texts))]);

  for (int n = chaos_once_in (self, 2) ? chaos_below (self, 12) : 0; n > 0; n--)
    {
      gunichar c = (gunichar) chaos_below (self, chaos_once_in (self, 3) ? 0x110000 : 0x180);

      if (c && g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static double
random_number (Chaos *self, const TlField *field)
{
  const double numbers[]
      = { 0, -0.0, 1, 0.5, 1. / 3, 0.1 + 0.2, 325, -7.25, 1e-300, 5e-324, 1e22, INFINITY, -INFINITY };
  int i = chaos_below (self, G_N_ELEMENTS (numbers) + 6);

  if (i < (int) G_N_ELEMENTS (numbers))
    return numbers[i];
  if (i == G_N_ELEMENTS (numbers) && !(field->flags & TL_FIELD_REQUIRED))
    return NAN;
  return g_rand_double_range (self->rand, -10, 1000);
}

/* What stands in a flow speaks of steps of that flow, and a connector has one share for a demand at most. */
static gpointer
random_target (Chaos *self, gpointer parent, const TlField *field)
{
  TlItem *holder = parent;
  gboolean inside = field->target == TL_ITEM_STEP && holder->kind == TL_ITEM_FLOW;
  TlItem *target = pick_below (self, inside ? parent : self->study, (TlItemKind) field->target);

  if (target && holder->kind == TL_ITEM_CONNECTOR && target->kind == TL_ITEM_DEMAND
      && tl_connector_own_share (parent, (TlDemand *) target))
    return NULL;
  return target;
}

/* A link says one thing: another field of it stays blank. */
static gboolean
must_stay_blank (const TlItem *item, const TlField *field)
{
  return item->kind == TL_ITEM_LINK && tl_item_is_default (item, field);
}

static gboolean
may_be_blank (const TlItem *item, const TlField *field)
{
  return !(field->flags & TL_FIELD_REQUIRED) && item->kind != TL_ITEM_LINK;
}

static gboolean
random_value (Chaos *self, TlItem *item, gpointer parent, const TlField *field, TlValue *value)
{
  g_autofree char *text = NULL;
  int n_choices = 0;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      text = random_text (self);
      *value = tl_value_text (text);
      return TRUE;
    case TL_FIELD_NUMBER:
      *value = tl_value_number (random_number (self, field));
      return TRUE;
    case TL_FIELD_CHOICE:
      while (field->choices[n_choices].nick)
        n_choices++;
      *value = tl_value_choice (field->choices[chaos_below (self, n_choices)].value);
      return TRUE;
    case TL_FIELD_ITEM:
      *value = tl_value_item (
          may_be_blank (item, field) && chaos_once_in (self, 4) ? NULL : random_target (self, parent, field));
      return value->item != NULL || may_be_blank (item, field);
    default:
      g_assert_not_reached ();
    }
}

static const TlField *
random_field (Chaos *self, TlItemKind kind)
{
  const TlField *fields = tl_item_type (kind)->fields;
  int n = 0;

  while (fields[n].name)
    n++;
  return &fields[chaos_below (self, n)];
}

static void
set_any_field (Chaos *self)
{
  TlItem *item = pick (self, (TlItemKind) chaos_below (self, TL_N_ITEM_KINDS));
  const TlField *field = item ? random_field (self, item->kind) : NULL;
  TlValue value;

  if (item && !must_stay_blank (item, field) && random_value (self, item, item->parent, field, &value))
    tl_history_apply (self->history, tl_edit_new_set (item, field, value));
}

/* Gives a new item what it can't be without; FALSE where the study has no such thing. */
static gboolean
fill (Chaos *self, TlItem *item, TlItem *parent)
{
  const char *link = parent->kind == TL_ITEM_DEMAND ? "matter" : chaos_once_in (self, 2) ? "step" : "demand";

  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    {
      gboolean needed
          = (field->flags & TL_FIELD_REQUIRED) || (item->kind == TL_ITEM_LINK && g_str_equal (field->name, link));
      g_auto (TlValue) value = { .type = field->type };

      if (!needed)
        continue;
      if (!random_value (self, item, parent, field, &value))
        return FALSE;
      if (field->type == TL_FIELD_NUMBER)
        /* As an edit does: without the sign of -0. */
        value.number = CLAMP (value.number, field->minimum, field->maximum) + 0.0;
      tl_item_set (item, field, &value);
    }
  return TRUE;
}

static void
insert_any_item (Chaos *self)
{
  TlItem *parent = pick (self, (TlItemKind) chaos_below (self, TL_N_ITEM_KINDS));
  const TlItemList *lists = parent ? tl_item_type (parent->kind)->lists : NULL;
  g_autoptr (TlItem) item = NULL;
  int n = 0;

  while (lists && lists[n].offset)
    n++;
  if (!n)
    return;
  item = tl_item_new (lists[chaos_below (self, n)].kind);
  if (!fill (self, item, parent))
    return;
  if (tl_item_type (item->kind)->id_prefix)
    {
      g_autofree char *id = tl_study_new_id (self->study, item->kind);
      tl_item_set_id (item, id);
    }
  tl_history_apply (
      self->history,
      tl_edit_new_insert (parent, item, (guint) chaos_below (self, 1 + (int) tl_item_list (parent, item->kind)->len)));
}

static void
move_any_item (Chaos *self)
{
  TlItem *item = pick (self, (TlItemKind) (1 + chaos_below (self, TL_N_ITEM_KINDS - 1)));

  if (item)
    tl_history_apply (self->history,
                      tl_edit_new_move (item, (guint) chaos_below (self, (int) tl_item_siblings (item)->len + 1)));
}

static void
delete_any_items (Chaos *self)
{
  TlItemKind kind = (TlItemKind) (1 + chaos_below (self, TL_N_ITEM_KINDS - 1));
  g_autoptr (GPtrArray) items = NULL;

  /* A flow takes much along: now and then is enough. */
  if (kind == TL_ITEM_FLOW && !chaos_once_in (self, 8))
    return;
  items = pick_some (self, kind);
  tl_items_delete (self->history, items);
}

static void
add_to_study (Chaos *self)
{
  g_autofree char *name = random_text (self);
  TlFlow *flow = pick (self, TL_ITEM_FLOW);

  switch (chaos_below (self, 12))
    {
    case 0:
      tl_study_add_flow (self->history, name);
      break;
    case 1:
      tl_study_add_role (self->history, name, chaos_below (self, 9), chaos_once_in (self, 5) ? NAN : 30);
      break;
    case 2:
      tl_study_add_demand (self->history, name, (TlDemandKind) chaos_below (self, 3), chaos_below (self, 99));
      break;
    default:
      if (flow)
        tl_flow_add_step (self->history, flow, name, chaos_below (self, 999), chaos_once_in (self, 9) ? NAN : 7);
    }
}

static void
join_in_flow (Chaos *self)
{
  TlFlow *flow = pick (self, TL_ITEM_FLOW);
  TlStep *from = flow ? pick_below (self, flow, TL_ITEM_STEP) : NULL;
  TlDemand *demand = pick (self, TL_ITEM_DEMAND);
  int what = chaos_below (self, 5);

  if (!from || !demand)
    return;
  if (what == 0)
    tl_flow_add_entry (self->history, demand, from);
  else if (what == 1)
    tl_flow_add_raises (self->history, from, demand, g_rand_double (self->rand));
  else
    tl_flow_connect (self->history, from, pick_below (self, flow, TL_ITEM_STEP),
                     chaos_once_in (self, 4) ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW);
}

static void
annotate_steps (Chaos *self)
{
  g_autoptr (GPtrArray) steps = pick_some (self, TL_ITEM_STEP);

  switch (chaos_below (self, 4))
    {
    case 0:
      tl_steps_set_class (self->history, steps, (TlStepClass) chaos_below (self, 3), (TlWaste) chaos_below (self, 10));
      break;
    case 1:
      tl_steps_set_role (self->history, steps, chaos_once_in (self, 4) ? NULL : pick (self, TL_ITEM_ROLE));
      break;
    case 2:
      tl_steps_set_times (self->history, steps, chaos_below (self, 90), chaos_once_in (self, 3) ? NAN : 60);
      break;
    default:
      tl_steps_move_by (self->history, steps, chaos_below (self, 50) - 25, 0.1,
                        chaos_once_in (self, 2) ? "drag" : NULL);
    }
}

static void
annotate_connectors (Chaos *self)
{
  g_autoptr (GPtrArray) connectors = pick_some (self, TL_ITEM_CONNECTOR);

  if (chaos_once_in (self, 3))
    tl_connectors_toggle_rework (self->history, connectors);
  else if (connectors->len)
    tl_connector_set_share (self->history, g_ptr_array_index (connectors, 0),
                            chaos_once_in (self, 2) ? pick (self, TL_ITEM_DEMAND) : NULL,
                            chaos_once_in (self, 3) ? (double) NAN : g_rand_double (self->rand));
}

static void
reshape_demands (Chaos *self)
{
  TlDemand *one = pick (self, TL_ITEM_DEMAND), *other = pick (self, TL_ITEM_DEMAND);
  g_autofree char *name = random_text (self);

  if (!one)
    return;
  if (one != other)
    tl_demand_merge (self->history, one, other, chaos_once_in (self, 3) ? NAN : chaos_below (self, 50),
                     chaos_below (self, 50));
  else
    {
      g_autoptr (GPtrArray) contacts = tl_demand_contacts_saying (one, "");

      g_ptr_array_set_size (contacts, chaos_below (self, (int) contacts->len + 1));
      tl_demand_split (self->history, one, contacts, name);
    }
}

static void
write_words (Chaos *self)
{
  TlItem *item = pick (self, (TlItemKind) chaos_below (self, TL_N_ITEM_KINDS));
  g_autofree char *text = random_text (self);

  if (!item || !tl_item_name_field (item->kind))
    return;
  if (chaos_once_in (self, 2))
    tl_item_rename (self->history, item, text);
  else
    tl_item_change (self->history, item, tl_item_name_field (item->kind)->name, tl_value_text (text), "Type");
}

static void
do_anything (Chaos *self)
{
  static void (*const things[]) (Chaos *) = {
    set_any_field, set_any_field, set_any_field,  insert_any_item,     move_any_item, delete_any_items,
    add_to_study,  join_in_flow,  annotate_steps, annotate_connectors, write_words,   reshape_demands,
  };

  things[chaos_below (self, G_N_ELEMENTS (things))](self);
  self->n_applied++;
}

/* One entry, or one more part of a gesture, with others within; sometimes thought better of. */
void
chaos_do_gesture (Chaos *self)
{
  static const char *const keys[] = { NULL, "one", "other" };

  tl_history_begin (self->history, "Gesture", keys[chaos_below (self, G_N_ELEMENTS (keys))]);
  for (int n = 1 + chaos_below (self, chaos_once_in (self, 10) ? 12 : 2); n > 0; n--)
    {
      gboolean nested = chaos_once_in (self, 4);

      if (nested)
        tl_history_begin (self->history, "Part", chaos_once_in (self, 2) ? "part" : NULL);
      do_anything (self);
      if (nested)
        tl_history_end (self->history);
    }
  if (chaos_once_in (self, 25))
    tl_history_cancel (self->history);
  else
    tl_history_end (self->history);
}
