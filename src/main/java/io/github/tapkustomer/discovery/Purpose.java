package io.github.tapkustomer.discovery;

/** What a catalog is made for, and so how much it must tell. */
public enum Purpose {
  /** One run of all there is, whose schemas give way to the data. */
  RUN,
  /** One run of chosen fields: custom attributes are inferred from records where necessary. */
  SELECTION,
  /** To be kept: what it does not have would be left out for as long as it is used. */
  CATALOG
}
