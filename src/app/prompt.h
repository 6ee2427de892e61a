/* prompt.h: one small question on the canvas: a time, a share, a name to be found by typing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PROMPT (tl_prompt_get_type ())
G_DECLARE_FINAL_TYPE (TlPrompt, tl_prompt, TL, PROMPT, GtkPopover)

/**
 * TlTaken:
 * @first: what was typed into the first entry
 * @second: (out) (transfer full) (nullable): what of it belongs into the second; %NULL for nothing
 * @data: as given to tl_prompt_ask()
 *
 * Returns: (transfer full): what is left for the first
 */
typedef char *(*TlTaken) (const char *first, char **second, gpointer data);

/**
 * TlQuestion:
 * @title: what is asked
 * @hint: (nullable): how it may be answered
 * @first_label: (nullable): before the first entry
 * @first_text: (nullable): what it holds to begin with
 * @first_hint: (nullable): what stands in it while it is empty
 * @first_picks: (nullable): answers for it that one touch gives; "" is what nothing says
 * @second_label: (nullable): before the second entry; %NULL for none
 * @second_text: (nullable): what it holds to begin with
 * @second_hint: (nullable): what stands in it while it is empty
 * @second_picks: (nullable): the same for the second entry
 * @suggestions: (nullable): names for the first entry, filtered while typing
 * @taken: (nullable): takes from what is typed into the first entry what answers the second, which shows it at once;
 *   where there is no second, the hint does
 */
typedef struct
{
  const char *title;
  const char *hint;
  const char *first_label;
  const char *first_text;
  const char *first_hint;
  const char *const *first_picks;
  const char *second_label;
  const char *second_text;
  const char *second_hint;
  const char *const *second_picks;
  const char *const *suggestions;
  TlTaken taken;
} TlQuestion;

/**
 * TlAnswered:
 * @first: what the first entry holds
 * @second: what the second entry holds
 * @suggestion: which suggestion was taken, -1 where @first is a text of its own
 * @data: as given to tl_prompt_ask()
 * @error: for what can't be; its message is shown, and the question stays
 *
 * Returns: whether the answer was good
 */
typedef gboolean (*TlAnswered) (const char *first, const char *second, int suggestion, gpointer data, GError **error);

TlPrompt *tl_prompt_new (void);
void tl_prompt_ask (TlPrompt *self, const TlQuestion *question, TlAnswered answered, gpointer data);

G_END_DECLS
