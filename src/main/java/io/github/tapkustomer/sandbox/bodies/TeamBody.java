package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Subject;

/** A team of agents. */
final class TeamBody implements Body {
  private static final String[] NAMES = {
    "First line", "Returns", "Billing", "Wholesale", "Night shift", "Social media", "Quality", "VIP"
  };

  @Override
  public void attributes(JsonOut out, Subject it) {
    String name = NAMES[it.ordinal() % NAMES.length];
    out.text("name", name).text("displayName", name).text("icon", "people");
    out.texts("members", it.user(), it.user(), it.user()).openList("roleGroups").closeList();
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt());
  }
}
