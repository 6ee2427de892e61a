/* Each visit to a step that goes was followed by what its shares say; so each way into it is followed by
 * each way out of it, with the product of their shares. Where work came back to the step itself the
 * ways out are scaled up by 1 / (1 − share), as often as it passed there. This is the elimination of a
 * state from a Markov chain: the visits to all other steps stay exactly what they were.
 */
#include "splicing.h"

#include <math.h>

#include "flow-edits.h"
#include "item-build.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What is as good as nothing, of shares. */
#define NOTHING 1e-9

typedef struct
{
  TlHistory *history;
  TlFlow *flow;
  TlStep *step;
  GPtrArray *in;      /* connectors from others */
  GPtrArray *out;     /* connectors to others */
  GPtrArray *again;   /* connectors to itself */
  GPtrArray *demands; /* NULL for all, then those with shares of their own hereabouts */
  TlSpliced *spliced;
} Splice;

static double
given (const TlConnector *connector, const TlDemand *demand)
{
  return demand ? tl_connector_share_for (connector, demand) : connector->share;
}

/* The share that a connector has once the blank ones have taken what the others leave. */
static double
effective (TlFlow *flow, const TlConnector *connector, const TlDemand *demand)
{
  double own = given (connector, demand);
  double sum = 0;
  guint blanks = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *other = g_ptr_array_index (flow->connectors, i);
      double share = other->from == connector->from ? given (other, demand) : 0;

      if (isnan (share))
        blanks++;
      else
        sum += share;
    }
  if (isnan (own))
    return sum < 1 ? (1 - sum) / blanks : 0;
  return sum > 1 + NOTHING ? own / sum : own;
}

/* How much of all that comes to the step goes that way in the end. */
static double
onward (const Splice *self, const TlConnector *connector, const TlDemand *demand)
{
  double again = 0;

  for (guint i = 0; i < self->again->len; i++)
    again += effective (self->flow, g_ptr_array_index (self->again, i), demand);
  return again < 1 - NOTHING ? effective (self->flow, connector, demand) / (1 - again) : 0;
}

static gboolean
leads_all_on (const Splice *self, const TlConnector *connector)
{
  for (guint d = 0; d < self->demands->len; d++)
    if (fabs (onward (self, connector, g_ptr_array_index (self->demands, d)) - 1) > NOTHING)
      return FALSE;
  return TRUE;
}

static TlConnector *
way_of_kind (TlFlow *flow, const TlStep *from, const TlStep *to, TlConnectorKind kind)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == from && connector->to == to && connector->kind == kind)
        return connector;
    }
  return NULL;
}

/* Work that is done again, before or after the step, is done again. */
static TlConnectorKind
joined_kind (const TlConnector *in, const TlConnector *out)
{
  return in->kind == TL_CONNECTOR_REWORK ? in->kind : out->kind;
}

static char *
joined_label (const TlConnector *in, const TlConnector *out)
{
  if (in->label && out->label)
    return g_strdup_printf ("%s, %s", in->label, out->label);
  return g_strdup (in->label ? in->label : out->label);
}

static void
set_text (Splice *self, gpointer item, const char *field, const char *text)
{
  tl_history_apply (self->history, tl_edit_new_set_text (item, field, text));
}

/* Gives a connector shares in numbers; for a demand only where it differs. */
static void
set_shares (Splice *self, TlConnector *connector, const double *shares)
{
  tl_connector_set_share (self->history, connector, NULL, MIN (shares[0], 1));
  for (guint d = 1; d < self->demands->len; d++)
    {
      TlDemand *demand = g_ptr_array_index (self->demands, d);
      gboolean same = fabs (shares[d] - shares[0]) <= NOTHING * 1e-3;

      tl_connector_set_share (self->history, connector, demand, same ? (double) NAN : MIN (shares[d], 1));
    }
}

/* What leaves the flow at the step must not be taken by the other ways of the step before it that say no
 * share: so those say theirs now. */
static void
spell_out (Splice *self, const TlStep *from, GPtrArray *spelt)
{
  guint n = self->demands->len;
  g_autoptr (GPtrArray) blank = g_ptr_array_new ();
  g_autofree double *shares = NULL;

  for (guint i = 0; i < self->flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (self->flow->connectors, i);

      if (connector->from == from && isnan (connector->share))
        g_ptr_array_add (blank, connector);
    }
  shares = g_new (double, blank->len *n + 1);
  for (guint i = 0; i < blank->len * n; i++)
    shares[i] = effective (self->flow, g_ptr_array_index (blank, i / n), g_ptr_array_index (self->demands, i % n));
  for (guint i = 0; i < blank->len; i++)
    {
      set_shares (self, g_ptr_array_index (blank, i), shares + (gsize) i * n);
      g_ptr_array_add (spelt, g_ptr_array_index (blank, i));
    }
}

/* A way in, followed by a way out: new, or added to what leads there already.
 * Returns: the connector that it is a part of now */
static TlConnector *
join (Splice *self, TlConnector *in, TlConnector *out)
{
  TlConnectorKind kind = joined_kind (in, out);
  TlConnector *way = way_of_kind (self->flow, in->from, out->to, kind);
  g_autofree double *shares = g_new (double, self->demands->len);
  g_autofree char *label = joined_label (in, out);

  for (guint d = 0; d < self->demands->len; d++)
    {
      const TlDemand *demand = g_ptr_array_index (self->demands, d);

      shares[d] = given (in, demand) * onward (self, out, demand);
      shares[d] += way ? given (way, demand) : 0;
    }
  if (!way)
    way = tl_flow_connect (self->history, in->from, out->to, kind);
  set_shares (self, way, shares);
  if (!way->label && label)
    set_text (self, way, "label", label);
  return way;
}

/* Whether @connector may stay without a share: it takes just what the others leave, of every demand. */
static gboolean
takes_the_rest (Splice *self, const TlConnector *connector)
{
  for (guint d = 0; d < self->demands->len; d++)
    {
      const TlDemand *demand = g_ptr_array_index (self->demands, d);
      double sum = 0;

      for (guint i = 0; i < self->flow->connectors->len; i++)
        {
          const TlConnector *other = g_ptr_array_index (self->flow->connectors, i);

          if (other->from == connector->from && other->to != self->step)
            sum += given (other, demand);
        }
      if (fabs (sum - 1) > NOTHING)
        return FALSE;
    }
  return connector->shares->len == 0;
}

/* Where no share was said before, none need be said now, if only one such way is left. */
static void
leave_blank (Splice *self, GPtrArray *spelt)
{
  TlConnector *only = NULL;

  for (guint i = 0; i < spelt->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (spelt, i);

      if (connector->to == self->step || connector == only)
        continue;
      if (only)
        return;
      only = connector;
    }
  if (only && takes_the_rest (self, only))
    tl_connector_set_share (self->history, only, NULL, NAN);
}

/* All that comes this way goes on to one step: the connector leads there now, with all that it says. */
static gboolean
lead_on (Splice *self, TlConnector *in)
{
  TlConnector *out = self->out->len == 1 ? g_ptr_array_index (self->out, 0) : NULL;
  g_autofree char *label = NULL;

  if (!out || !leads_all_on (self, out) || way_of_kind (self->flow, in->from, out->to, joined_kind (in, out)))
    return FALSE;
  label = joined_label (in, out);
  tl_history_apply (self->history, tl_edit_new_set_choice (in, "kind", (int) joined_kind (in, out)));
  set_text (self, in, "label", label);
  tl_history_apply (self->history, tl_edit_new_set_item (in, "to", out->to));
  return TRUE;
}

static void
join_neighbours (Splice *self)
{
  for (guint i = 0; i < self->in->len; i++)
    {
      TlConnector *in = g_ptr_array_index (self->in, i);
      g_autoptr (GPtrArray) spelt = g_ptr_array_new ();
      gboolean was_blank;

      if (lead_on (self, in))
        continue;
      spell_out (self, in->from, spelt);
      was_blank = g_ptr_array_find (spelt, in, NULL);
      for (guint o = 0; o < self->out->len; o++)
        {
          TlConnector *way = join (self, in, g_ptr_array_index (self->out, o));

          if (was_blank)
            g_ptr_array_add (spelt, way);
        }
      /* What it carried is carried by others now. */
      tl_item_delete (self->history, in);
      leave_blank (self, spelt);
    }
}

static TlStep *
main_way_on (const Splice *self, const TlDemand *demand, double *share)
{
  TlStep *to = NULL;

  *share = 0;
  for (guint i = 0; i < self->out->len; i++)
    {
      TlConnector *out = g_ptr_array_index (self->out, i);
      double part = onward (self, out, demand);

      if (part <= *share)
        continue;
      *share = part;
      to = out->to;
    }
  return to;
}

/* What entered at the step enters at the next one. */
static void
move_entries (Splice *self)
{
  for (guint i = 0; i < self->flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (self->flow->entries, i);
      double share;
      TlStep *to = entry->step == self->step ? main_way_on (self, entry->demand, &share) : NULL;

      if (to)
        {
          tl_history_apply (self->history, tl_edit_new_set_item (entry, "step", to));
          self->spliced->entries_parted += share < 1 - NOTHING;
        }
      else if (entry->step == self->step)
        self->spliced->entries_lost++;
    }
}

static void
note_demands (Splice *self, const TlConnector *connector)
{
  for (guint i = 0; i < connector->shares->len; i++)
    {
      TlDemand *demand = ((TlShare *) g_ptr_array_index (connector->shares, i))->demand;

      if (!g_ptr_array_find (self->demands, demand, NULL))
        g_ptr_array_add (self->demands, demand);
    }
}

static gboolean
leads_in (const Splice *self, const TlStep *from)
{
  for (guint i = 0; i < self->in->len; i++)
    if (((TlConnector *) g_ptr_array_index (self->in, i))->from == from)
      return TRUE;
  return FALSE;
}

static void
look_around (Splice *self)
{
  GPtrArray *connectors = self->flow->connectors;

  for (guint i = 0; i < connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (connectors, i);

      if (connector->from == self->step)
        g_ptr_array_add (connector->to == self->step ? self->again : self->out, connector);
      else if (connector->to == self->step)
        g_ptr_array_add (self->in, connector);
    }
  g_ptr_array_add (self->demands, NULL);
  for (guint i = 0; i < connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (connectors, i);

      if (connector->from == self->step || leads_in (self, connector->from))
        note_demands (self, connector);
    }
  for (guint i = 0; i < self->flow->raises->len; i++)
    self->spliced->raises_lost += ((TlRaises *) g_ptr_array_index (self->flow->raises, i))->step == self->step;
}

static void
splice_out (TlHistory *history, TlStep *step, TlSpliced *spliced)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) again = g_ptr_array_new ();
  g_autoptr (GPtrArray) demands = g_ptr_array_new ();
  Splice self = { history, (TlFlow *) step->item.parent, step, in, out, again, demands, spliced };

  look_around (&self);
  move_entries (&self);
  join_neighbours (&self);
  tl_item_delete (history, step);
}

/**
 * tl_steps_splice_out:
 * @history: the study's history
 * @steps: (element-type TlStep): steps; those that are not in the study any more are passed over
 * @spliced: (out): what could not be kept as it was
 *
 * Deletes steps and joins what led to each with what it led to: every way in with every way out, each with
 * the product of their shares, also of those for single demands. Where two steps are connected in that way
 * already, the shares add up. Visits to all other steps, and so their hours, stay what they were. What
 * entered the flow at a step enters at the next; where there are several, at the one that most of it went
 * on to, which then is counted in @spliced. What the steps raised is gone.
 */
void
tl_steps_splice_out (TlHistory *history, GPtrArray *steps, TlSpliced *spliced)
{
  TlStudy *study = tl_history_get_study (history);

  *spliced = (TlSpliced){ 0 };
  if (steps->len == 0)
    return;
  tl_history_begin (history, ngettext ("Take step out", "Take steps out", steps->len), NULL);
  for (guint i = 0; i < steps->len; i++)
    if (tl_study_of (g_ptr_array_index (steps, i)) == study)
      splice_out (history, g_ptr_array_index (steps, i), spliced);
  tl_history_end (history);
}
