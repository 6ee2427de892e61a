#include "app/samples.h"

#include "app/menu-label.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define FOLDER "/io/github/throughline/Throughline/samples/"

static const TlSample samples[] = {
  { "housing-repairs-study", N_ ("Housing repairs"),
    N_ ("A whole study to play with: contacts, measures, conditions, a redesign"), "go-home-symbolic", FALSE },
  { "housing-repairs", N_ ("Housing repairs, the flow alone"), N_ ("Five steps, small enough to check by hand"),
    "go-home-symbolic", FALSE },
  { "adult-social-care", N_ ("Adult social care in Wales"),
    N_ ("What was reported before and after; no invented figures"), "system-users-symbolic", FALSE },
  { "service-with-contact-centre", N_ ("Service with a contact centre"),
    N_ ("Contacts are answered, passed on and worked on elsewhere"), "call-start-symbolic", TRUE },
  { "field-visits", N_ ("Repairs and visits"), N_ ("Somebody has to go there"), "mark-location-symbolic", TRUE },
  { "assessment-and-care", N_ ("Assessment and care"), N_ ("From a referral to help that is there"),
    "system-users-symbolic", TRUE },
};

/**
 * tl_samples:
 * @count: (out): how many there are
 *
 * Returns: (transfer none) (array length=count): all of them, in the order in which they are offered
 */
const TlSample *
tl_samples (guint *count)
{
  *count = G_N_ELEMENTS (samples);
  return samples;
}

static GMenuModel *
section (gboolean frames)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *label = tl_menu_label (_ (samples[i].title));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-sample", "s", samples[i].name);
      if (samples[i].frame == frames)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * tl_samples_offer:
 * @menu: gets a section of frames and one of samples, with the action "win.open-sample"
 */
void
tl_samples_offer (GMenu *menu)
{
  g_autoptr (GMenuModel) frames = section (TRUE);
  g_autoptr (GMenuModel) whole = section (FALSE);

  g_menu_append_section (menu, _ ("Frames to Begin With"), frames);
  g_menu_append_section (menu, _ ("Samples"), whole);
}

/**
 * tl_sample_bytes:
 * @name: of a sample
 *
 * Returns: (transfer full) (nullable): its file; %NULL where there is none of that name
 */
GBytes *
tl_sample_bytes (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".throughline", NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
