#include "app/samples.h"

#include <gio/gio.h>

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
