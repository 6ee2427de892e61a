/* lens.c: what a picture of a flow shows by colour and width: one thing at a time. */
#include "paint/lens.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
  const char *question;
} lenses[TL_N_LENSES] = {
  [TL_LENS_CLASS] = { "class", N_ ("Value and waste"), N_ ("What is value, what is waste?") },
  [TL_LENS_RIVER] = { "river", N_ ("River"), N_ ("How much work goes which way?") },
  [TL_LENS_HOURS] = { "hours", N_ ("Hours"), N_ ("Where do the hours go?") },
  [TL_LENS_WAIT] = { "wait", N_ ("Waiting"), N_ ("Where does the customer wait?") },
  [TL_LENS_ROLE] = { "role", N_ ("Roles"), N_ ("Who does what?") },
};

/**
 * tl_lens_nick:
 * @lens: a lens
 *
 * Returns: (transfer none): the word for it on the command line, as "river"
 */
const char *
tl_lens_nick (TlLens lens)
{
  g_return_val_if_fail (lens < TL_N_LENSES, NULL);
  return lenses[lens].nick;
}

/**
 * tl_lens_question:
 * @lens: a lens
 *
 * Returns: (transfer none): the question that it answers, translated
 */
const char *
tl_lens_question (TlLens lens)
{
  g_return_val_if_fail (lens < TL_N_LENSES, NULL);
  return _ (lenses[lens].question);
}

/**
 * tl_lens_from_nick:
 * @nick: a word of the command line
 * @lens: (out): the lens
 *
 * Returns: whether there is such a lens
 */
gboolean
tl_lens_from_nick (const char *nick, TlLens *lens)
{
  for (int i = 0; i < TL_N_LENSES; i++)
    if (g_str_equal (lenses[i].nick, nick))
      {
        *lens = (TlLens) i;
        return TRUE;
      }
  return FALSE;
}
