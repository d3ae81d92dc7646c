package io.github.tapkustomer.sandbox;

import static io.github.tapkustomer.sandbox.server.Traffic.Asked.ARCHIVE_SEARCH;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.LIST;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.OTHER;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.SEARCH;

import io.github.tapkustomer.sandbox.lists.AuditLogEndpoint;
import io.github.tapkustomer.sandbox.lists.ChildEndpoint;
import io.github.tapkustomer.sandbox.lists.ListEndpoint;
import io.github.tapkustomer.sandbox.lists.MetadataEndpoint;
import io.github.tapkustomer.sandbox.lists.SettingsEndpoint;
import io.github.tapkustomer.sandbox.lists.TokenEndpoint;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.search.SearchEndpoint;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.server.Traffic;
import io.github.tapkustomer.sandbox.store.Kind;
import java.util.ArrayList;
import java.util.List;

/** Everything that the sandbox serves, with the role that each endpoint asks for. */
final class Routes {
  private static final String ROLES = "org.permission.";
  private static final String SEARCH_ROLE = ROLES + "search.create";

  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_TEAMS = 500;

  private final List<Route> routes = new ArrayList<>();

  Routes(Organization organization, SandboxOptions options) {
    SearchEndpoint search = new SearchEndpoint(organization, options.indexLag());
    post("customers/search", SEARCH, search::recent);
    post("customers/archive/search", ARCHIVE_SEARCH, search::archived);
    ListEndpoint lists = new ListEndpoint(organization);
    people(lists);
    settings(lists, new SettingsEndpoint(organization, lists));
    children(new ChildEndpoint(organization, lists));
    list("audit-logs", "audit_logs", new AuditLogEndpoint(organization, lists)::list);
    get("metadata/*", "metadata", OTHER, new MetadataEndpoint(organization)::get);
    List<String> held = new ArrayList<>(roles());
    held.removeAll(options.withheldRoles());
    get("auth/tokens/current", null, OTHER, new TokenEndpoint(organization, held)::current);
  }

  private void people(ListEndpoint lists) {
    get("users/current", null, OTHER, lists::currentUser);
    list("users", "user", lists::users);
    list("teams", "team", lists.of(Kind.TEAM, LARGEST_PAGE_OF_TEAMS));
    list("tags", "tag", lists.of(Kind.TAG, LARGEST_PAGE));
    list("shortcuts", "shortcut", lists.of(Kind.SHORTCUT, LARGEST_PAGE));
    list("customers", "customer", lists.live(Kind.CUSTOMER));
    list("conversations", "conversation", lists.live(Kind.CONVERSATION));
    list("messages", "message", lists.live(Kind.MESSAGE));
    list("notes", "note", lists.live(Kind.NOTE));
    list("companies", "company", lists.live(Kind.COMPANY));
  }

  private void settings(ListEndpoint lists, SettingsEndpoint settings) {
    list("brands", "brand", lists.live(Kind.BRAND));
    list("klasses", "klass", settings::klasses);
    list("klasses/*", "kobject", settings::kobjects);
    list("slas", "sla", settings::slas);
    list("satisfaction", "satisfaction", lists.live(Kind.SATISFACTION));
    list("schedules", "schedule", lists.live(Kind.SCHEDULE));
    get("schedules/*", "schedule", OTHER, settings::schedule);
    list("routing/queues", "queue", lists.live(Kind.QUEUE));
    list("routing/settings", "routing_setting", lists.live(Kind.ROUTING_SETTINGS));
    list("routing/work-sessions", "work_session", settings::workSessions);
    list("kb/articles", "kb_article", lists.live(Kind.ARTICLE));
    list("kb/categories", "kb_category", lists.live(Kind.CATEGORY));
  }

  private void children(ChildEndpoint children) {
    list("conversations/*/events", "event", children.events());
    list("conversations/*/times", "conversation", children.times());
    list("conversations/*/attachments", "attachment", children.attachments());
    list("conversations/*/messages", "message", children.messages());
    list("conversations/*/notes", "note", children.notes());
    list("customers/*/merges", "customer_merge", children.merges());
    get("satisfaction-responses/*", "satisfaction", OTHER, children::satisfactionResponse);
  }

  /** The route of a request, and the varying parts of its path. */
  record Match(Route route, List<String> parts) {

    Answer answer(Request request) {
      return route.endpoint().answer(request, parts);
    }
  }

  Match match(Request request) {
    boolean known = false;
    for (Route route : routes) {
      List<String> parts = route.match(request.path()).orElse(null);
      if (parts != null && route.method().equals(request.method())) {
        return new Match(route, parts);
      }
      known |= parts != null;
    }
    if (known) {
      throw ApiError.of(405, "method_not_allowed", request.method() + " is not allowed here");
    }
    throw ApiError.notFound(request.path());
  }

  /** Every role that some endpoint asks for. */
  List<String> roles() {
    return routes.stream().map(Route::role).filter(role -> role != null).distinct().toList();
  }

  private void list(String path, String object, Route.Endpoint endpoint) {
    get(path, object, LIST, endpoint);
  }

  private void get(String path, String object, Traffic.Asked asked, Route.Endpoint endpoint) {
    String role = object == null ? null : ROLES + object + ".read";
    routes.add(new Route("GET", "/v1/" + path, role, asked, endpoint));
  }

  private void post(String path, Traffic.Asked asked, Route.Endpoint endpoint) {
    routes.add(new Route("POST", "/v1/" + path, SEARCH_ROLE, asked, endpoint));
  }
}
