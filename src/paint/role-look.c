/* role-look.c: how roles are told apart in a picture: by colour, by hatch and by initials. */
#include "paint/role-look.h"

#include <string.h>

#define RGB(hex)                                                                                                       \
  {                                                                                                                    \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0                              \
  }

/* After Paul Tol, "Colour schemes" (SRON/EPS/TN/09-002, 2021), the scheme "muted": safe for colour
 * blindness, and none of its colours is one of the buckets'. In an order in which neighbours differ
 * in lightness, too. */
static const TlColour colours[] = {
  RGB (0x332288), RGB (0xddcc77), RGB (0x44aa99), RGB (0x882255), RGB (0x88ccee),
  RGB (0x117733), RGB (0xcc6677), RGB (0x999933), RGB (0xaa4499),
};

/* As many hatches as there are, so that colour and hatch together tell 45 roles apart. */
static const TlBucket hatches[] = {
  TL_BUCKET_WASTE, TL_BUCKET_VALUE, TL_BUCKET_REWORK, TL_BUCKET_UNCLASSIFIED, TL_BUCKET_FAILURE,
};

/* A letter and two digits are enough for any study. */
#define MOST_TRIES 100
/* The first two words of a name are not longer than this. */
#define MOST_BYTES 200

/**
 * tl_role_colour:
 * @theme: the theme
 * @place: of the role among the study's; negative for no role
 *
 * Returns: the colour of areas that stand for the role
 */
TlColour
tl_role_colour (const TlTheme *theme, int place)
{
  TlColour text = tl_theme_ink (theme, TL_INK_TEXT);

  if (place < 0)
    return tl_theme_bucket (theme, TL_BUCKET_UNCLASSIFIED);
  /* On a dark ground the darkest would not be seen. */
  return tl_colour_mix (&colours[place % G_N_ELEMENTS (colours)], &text, theme->dark ? 0.22 : 0);
}

/**
 * tl_role_tint:
 * @theme: the theme
 * @place: of the role among the study's; negative for no role
 *
 * Returns: a breath of its colour, for the ground of a box with text on it
 */
TlColour
tl_role_tint (const TlTheme *theme, int place)
{
  TlColour surface = tl_theme_ink (theme, TL_INK_SURFACE);
  TlColour colour = tl_role_colour (theme, place);

  if (theme->high_contrast || place < 0)
    return surface;
  return tl_colour_mix (&surface, &colour, theme->dark ? 0.2 : 0.16);
}

/**
 * tl_role_hatch:
 * @place: of the role among the study's; negative for no role
 *
 * Returns: the bucket whose hatch it has
 */
TlBucket
tl_role_hatch (int place)
{
  return place < 0 ? TL_BUCKET_UNCLASSIFIED : hatches[place % G_N_ELEMENTS (hatches)];
}

static void
append_upper (GString *initials, const char *at)
{
  g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (at)));
}

/* The first letters of the first two words; of one word its first two letters. */
static char *
initials_of (const TlRole *role)
{
  const char *whole = role->name != NULL ? role->name : "";
  g_autofree char *name = g_utf8_make_valid (whole, (gssize) strnlen (whole, MOST_BYTES));
  g_auto (GStrv) words = NULL;
  GString *initials = g_string_new (NULL);

  g_strdelimit (name, "-/.,&()+\t\n", ' ');
  words = g_strsplit (g_strstrip (name), " ", 12);
  for (guint i = 0; words[i] != NULL && g_utf8_strlen (initials->str, -1) < 2; i++)
    if (g_unichar_isalnum (g_utf8_get_char (words[i])))
      append_upper (initials, words[i]);
  if (g_utf8_strlen (initials->str, -1) == 1 && words[0] != NULL && words[1] == NULL
      && g_utf8_strlen (words[0], -1) > 1)
    g_string_append_unichar (initials, g_utf8_get_char (g_utf8_next_char (words[0])));
  return g_string_free (initials, FALSE);
}

/**
 * tl_roles_initials:
 * @roles: (element-type TlRole): the roles of a study
 *
 * Returns: (transfer full) (element-type utf8): one or two letters for each, with a number behind
 * the first where two would be the same
 */
GPtrArray *
tl_roles_initials (const GPtrArray *roles)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < roles->len; i++)
    {
      g_autofree char *wanted = initials_of (g_ptr_array_index (roles, i));
      char *initials = g_strdup (*wanted != '\0' ? wanted : "?");
      const char *end = g_utf8_next_char (wanted);

      for (int n = 2; g_hash_table_contains (taken, initials) && n < MOST_TRIES; n++)
        {
          g_free (initials);
          initials = *wanted != '\0' ? g_strdup_printf ("%.*s%d", (int) (end - wanted), wanted, n)
                                     : g_strdup_printf ("%d", n);
        }
      g_hash_table_add (taken, initials);
      g_ptr_array_add (list, initials);
    }
  return list;
}
