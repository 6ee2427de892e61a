#include "paint/contact-table.h"

#include "paint/csv-table.h"
#include "study/contact.h"

/* In the order in which people read them; tl_contacts_import() knows its own table by these headings. */
static const char *const columns[] = {
  "when", "words", "demand", "kind", "minutes", "channel", "place", "thread", "listener", "second-opinion",
};

static void
add_choice (TlCsv *csv, const TlField *field, int choice)
{
  tl_csv_add_text (csv, choice ? tl_choice_by_value (field->choices, choice)->nick : NULL);
}

static void
add_field (TlCsv *csv, const TlContact *contact, const TlField *field)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      tl_csv_add_text (csv, G_STRUCT_MEMBER (char *, contact, field->offset));
      break;
    case TL_FIELD_NUMBER:
      tl_csv_add_number (csv, G_STRUCT_MEMBER (double, contact, field->offset));
      break;
    case TL_FIELD_CHOICE:
      add_choice (csv, field, G_STRUCT_MEMBER (int, contact, field->offset));
      break;
    case TL_FIELD_ITEM:
      tl_csv_add_text (csv, contact->demand ? tl_item_name (contact->demand) : NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_contacts_to_csv:
 * @study: a study
 * @flags: what to leave out
 *
 * One row for each contact, in the study's order. Types stand with their names. Texts that a spreadsheet would
 * run as a formula begin with an apostrophe, which reading them back takes away.
 *
 * Returns: (transfer full): a table with headings, as RFC 4180 has it
 */
GBytes *
tl_contacts_to_csv (const TlStudy *study, TlContactTableFlags flags)
{
  g_autoptr (TlCsv) csv = tl_csv_new ();
  const TlField *fields[G_N_ELEMENTS (columns)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const TlField *field = tl_item_field (TL_ITEM_CONTACT, columns[i]);

      if ((flags & TL_CONTACT_TABLE_WITHOUT_WORDS) && (field->flags & TL_FIELD_CONTENT))
        continue;
      fields[n++] = field;
      tl_csv_add_text (csv, field->name);
    }
  tl_csv_end_row (csv);
  for (guint i = 0; i < study->contacts->len; i++)
    {
      for (guint f = 0; f < n; f++)
        add_field (csv, study->contacts->pdata[i], fields[f]);
      tl_csv_end_row (csv);
    }
  return tl_csv_to_bytes (csv);
}
