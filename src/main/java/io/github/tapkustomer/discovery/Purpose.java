package io.github.tapkustomer.discovery;

/** What a catalog is made for, and so how complete it must be. */
public enum Purpose {
  /** One run of everything, whose schemas adapt to the data. */
  RUN,
  /** One run of chosen fields: custom attributes are inferred from records if necessary. */
  SELECTION,
  /** To be kept: whatever it lacks would be left out for as long as it is used. */
  CATALOG
}
