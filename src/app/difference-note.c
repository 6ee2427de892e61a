#include "app/difference-note.h"

#include "paint/difference-words.h"
#include "paint/words.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_difference_note:
 * @document: the document
 * @item: a step, connector, entry or raises of the flow shown
 *
 * Returns: (transfer full) (nullable): what is another here than in the flow compared with; %NULL where nothing is
 */
char *
tl_difference_note (TlDocument *document, gconstpointer item)
{
  const TlFlowDifferences *differences = tl_document_differences (document);
  const TlDifference *difference = differences ? tl_flow_differences_of (differences, item) : NULL;
  g_autofree char *words = difference ? tl_difference_words (difference) : NULL;
  g_autofree char *flow = differences ? tl_words_name (differences->before->name) : NULL;

  if (!words)
    return NULL;
  /* Translators: the name of a flow, and what is another than there */
  return g_strdup_printf (_ ("Other than in “%s”: %s"), flow, words);
}

typedef struct
{
  AdwPreferencesGroup *group;
  TlItem *item;
} Follower;

static void
follower_free (gpointer data)
{
  Follower *self = data;

  tl_item_unref (self->item);
  g_free (self);
}

static void
refresh (TlPanel *panel, gpointer data)
{
  Follower *self = data;
  g_autofree char *words = tl_difference_note (tl_panel_get_document (panel), self->item);
  /* Markup is read in it. */
  g_autofree char *escaped = words ? g_markup_escape_text (words, -1) : NULL;

  adw_preferences_group_set_description (self->group, escaped);
}

/**
 * tl_difference_note_follow:
 * @panel: a panel
 * @group: one of its groups
 * @item: what the panel shows
 *
 * Says under the title of @group what is another about @item, as long as the panel stands.
 */
void
tl_difference_note_follow (TlPanel *panel, GtkWidget *group, gpointer item)
{
  Follower *self = g_new0 (Follower, 1);

  *self = (Follower){ ADW_PREFERENCES_GROUP (group), tl_item_ref (item) };
  tl_panel_on_refresh (panel, refresh, self, follower_free);
}
