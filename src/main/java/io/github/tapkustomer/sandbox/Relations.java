package io.github.tapkustomer.sandbox;

/** Writes the members of {@code relationships}. */
record Relations(JsonOut out, Subject subject) {

  Relations to(String name, Kind kind, String id) {
    out.open(name).open("data").text("type", kind.apiName).text("id", id).close();
    link("links", kind, id);
    return this;
  }

  Relations to(String name, Kind kind, int ordinal) {
    return to(name, kind, subject.idOf(kind, ordinal));
  }

  Relations toMany(String name, Kind kind, int... ordinals) {
    out.open(name).openList("data");
    for (int ordinal : ordinals) {
      out.open().text("type", kind.apiName).text("id", subject.idOf(kind, ordinal)).close();
    }
    out.closeList();
    link("links", subject.kind(), subject.id() + "/" + name);
    return this;
  }

  Relations toNothing(String name) {
    out.open(name).none("data").close();
    return this;
  }

  /** Many relationships say only where to look. */
  Relations linksOnly(String name) {
    out.open(name);
    link("links", subject.kind(), subject.id() + "/" + name);
    return this;
  }

  /** The klass of a kobject spells its links member without the s, and nothing else does. */
  Relations toKlass(Klass klass) {
    String id = subject.idOf(Kind.KLASS, klass.ordinal());
    out.open("klass").open("data").text("type", "klass").text("id", id).close();
    link("link", Kind.KLASS, klass.apiName);
    return this;
  }

  Relations madeBy() {
    Dice fresh = subject.fresh();
    to("createdBy", Kind.USER, subject.user());
    return to("modifiedBy", Kind.USER, fresh.below(Population.USERS));
  }

  private void link(String member, Kind kind, String place) {
    out.open(member).text("self", "/v1/" + kind.path + "/" + place).close().close();
  }
}
