package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Kind;

/** A team of agents. */
final class TeamBody implements Body {
  private static final String[] NAMES = {
    "First line", "Returns", "Billing", "Wholesale", "Night shift", "Social media", "Quality", "VIP"
  };

  @Override
  public void attributes(JsonOut out, Subject it) {
    String name = NAMES[it.ordinal() % NAMES.length];
    out.text("name", name).text("displayName", name).text("icon", "people");
    out.openList("members");
    for (int member = 0; member < Population.USERS / Population.TEAMS; member++) {
      out.text(it.idOf(Kind.USER, Population.agentOfTeam(it.ordinal(), member)));
    }
    out.closeList().openList("roleGroups").closeList();
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt());
  }
}
