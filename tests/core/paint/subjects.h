/* subjects.h: studies to draw: an ordinary one, and what makes charts difficult. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

typedef enum
{
  SUBJECT_SAMPLE,   /* the housing repairs of the worked example */
  SUBJECT_MANY,     /* 60 steps, 12 roles, names long and in many scripts */
  SUBJECT_EMPTY,    /* nothing drawn yet */
  SUBJECT_NO_HOURS, /* steps, but no times */
  SUBJECT_OVERLOAD, /* more work than hours */
  SUBJECT_ONE_STEP,
  SUBJECT_PROVISIONAL, /* shares over 100 % */
  SUBJECT_NO_ROLES,    /* no hours available are known */
  SUBJECT_NO_FAILURE,  /* and nobody has said how long closing the works order takes */
  SUBJECT_HUGE,        /* numbers of many digits */
  SUBJECT_TINY,        /* parts of a minute */
  SUBJECT_CONDITIONS,  /* fifteen, with long names and long thinking, tied here and there */
  SUBJECT_ERROR,       /* the numbers can't be worked out */
  N_SUBJECTS,
} SubjectKind;

typedef struct
{
  TlSubject subject;
  TlCapacity *capacity;
  TlLeverage *leverage;
  TlStudy *measures; /* a study of its own: slides are made of what a study holds */
  TlXmr *xmr;
  TlComparison *comparison; /* with a redesign that the study has besides */
} TestSubject;

const char *test_subject_name (SubjectKind kind);
TestSubject *test_subject_new (SubjectKind kind);
void test_subject_free (TestSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestSubject, test_subject_free)

G_END_DECLS
