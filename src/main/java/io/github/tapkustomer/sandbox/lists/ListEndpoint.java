package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.bodies.Renderer;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Page;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.List;
import java.util.Optional;

/** Lists: every object, oldest first, whenever it was updated. */
public final class ListEndpoint {
  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_USERS = 500;
  private static final int TYPICAL_RECORD = 2_000;

  private final Organization organization;
  private final Replica replica;

  public ListEndpoint(Organization organization, Misbehaviors misbehaviors) {
    this.organization = organization;
    this.replica = new Replica(organization, misbehaviors);
  }

  /** All of a kind. Deleted ones stay in these lists and say so. */
  public Route.Endpoint of(Kind kind, int largestPage) {
    return (request, parts) -> {
      List<Version> all = replica.where(kind, version -> true);
      return answer(kind, all, Page.ofList(request, largestPage));
    };
  }

  /** All of a kind, except deleted ones. */
  public Route.Endpoint live(Kind kind) {
    return (request, parts) -> answer(kind, replica.live(kind), Page.ofList(request, LARGEST_PAGE));
  }

  /** Deactivated and active users never come in the same list. */
  public Answer users(Request request, List<String> parts) {
    String deleted = request.query("deleted").orElse("false");
    if (!deleted.equals("true") && !deleted.equals("false")) {
      throw ApiError.badParameter("deleted", "deleted must be true or false");
    }
    boolean wanted = deleted.equals("true");
    List<Version> users = replica.where(Kind.USER, version -> version.deleted() == wanted);
    return answer(Kind.USER, users, Page.ofList(request, LARGEST_PAGE_OF_USERS));
  }

  /** The machine user that owns the key: it exists even if the organization is empty. */
  public Answer currentUser(Request request, List<String> parts) {
    Version version =
        Optional.ofNullable(organization.table(Kind.USER).get(0))
            .orElseGet(() -> new Version(0, 0, organization.now(), 1, false, null, null));
    return single(Kind.USER, version);
  }

  Replica replica() {
    return replica;
  }

  Answer answer(Kind kind, List<Version> all, Page page) {
    return answer(kind, all, page, kind, List.of());
  }

  /** One page, with records of another kind under {@code included}. */
  Answer answer(Kind kind, List<Version> all, Page page, Kind other, List<Version> included) {
    int first = Math.min(page.offset(), all.size());
    int last = Math.min(first + page.size(), all.size());
    JsonOut out = new JsonOut(1_000 + (last - first) * TYPICAL_RECORD);
    page.meta(out.open(), all.size()).close();
    page.links(out, all.size()).openList("data");
    records(out, kind, all.subList(first, last));
    out.closeList();
    included(out, other, included);
    return Answer.json(out.close());
  }

  /** Some lists come without {@code meta}. */
  Answer unpaged(Kind kind, List<Version> records) {
    JsonOut out = new JsonOut(1_000 + records.size() * TYPICAL_RECORD).open().openList("data");
    records(out, kind, records);
    return Answer.json(out.closeList().close());
  }

  Answer single(Kind kind, Version version) {
    return single(kind, version, kind, List.of());
  }

  Answer single(Kind kind, Version version, Kind other, List<Version> included) {
    JsonOut out = new JsonOut(TYPICAL_RECORD).open().name("data");
    records(out, kind, List.of(version));
    included(out, other, included);
    return Answer.json(out.close());
  }

  private void included(JsonOut out, Kind kind, List<Version> included) {
    if (!included.isEmpty()) {
      records(out.openList("included"), kind, included);
      out.closeList();
    }
  }

  private void records(JsonOut out, Kind kind, List<Version> versions) {
    Table table = organization.table(kind);
    Renderer renderer = new Renderer(organization.ids());
    versions.forEach(version -> renderer.record(out, kind, table.id(version), version));
  }
}
