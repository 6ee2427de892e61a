#include "app/settings.h"

#include "throughline-config.h"

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, TL_APP_ID, TRUE);
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * tl_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL where the program runs without being
 *   installed, so that it remembers nothing but works
 */
GSettings *
tl_settings_get (void)
{
  static GSettings *settings;
  static gsize looked;

  if (g_once_init_enter (&looked))
    {
      settings = find_settings ();
      g_once_init_leave (&looked, 1);
    }
  return settings;
}

/**
 * tl_settings_number:
 * @key: the name of a setting that is a number
 * @otherwise: the number where nothing is remembered
 *
 * Returns: the number
 */
double
tl_settings_number (const char *key, double otherwise)
{
  GSettings *settings = tl_settings_get ();

  return settings ? g_settings_get_double (settings, key) : otherwise;
}

/**
 * tl_settings_choice:
 * @key: the name of a setting that is a choice
 * @otherwise: the choice where nothing is remembered
 *
 * Returns: the choice's value
 */
int
tl_settings_choice (const char *key, int otherwise)
{
  GSettings *settings = tl_settings_get ();

  return settings ? g_settings_get_enum (settings, key) : otherwise;
}
