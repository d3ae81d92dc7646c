package io.github.tapkustomer.sandbox;

import static io.github.tapkustomer.sandbox.server.Traffic.Asked.ARCHIVE_SEARCH;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.LIST;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.OTHER;
import static io.github.tapkustomer.sandbox.server.Traffic.Asked.SEARCH;

import io.github.tapkustomer.sandbox.limits.Access;
import io.github.tapkustomer.sandbox.lists.AuditLogEndpoint;
import io.github.tapkustomer.sandbox.lists.ChildEndpoint;
import io.github.tapkustomer.sandbox.lists.ListEndpoint;
import io.github.tapkustomer.sandbox.lists.MetadataEndpoint;
import io.github.tapkustomer.sandbox.lists.SettingsEndpoint;
import io.github.tapkustomer.sandbox.lists.TokenEndpoint;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
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

/** Everything that the sandbox serves, with the role that each endpoint requires. */
final class Routes {
  private static final String ROLES = "org.permission.";
  private static final List<String> SEARCH_ROLES =
      List.of(ROLES + "search.create", "org.user.search.read");
  private static final List<String> ASSISTANT =
      List.of(ROLES + "assistant.read", "org.user.apps.read");

  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_TEAMS = 500;

  private final List<Route> routes = new ArrayList<>();

  private final Access access;

  Routes(Organization organization, SandboxOptions options, Misbehaviors misbehaviors) {
    SearchEndpoint search = new SearchEndpoint(organization, options.indexLag(), misbehaviors);
    post("customers/search", SEARCH, search::recent);
    post("customers/archive/search", ARCHIVE_SEARCH, search::archived);
    ListEndpoint lists = new ListEndpoint(organization, misbehaviors);
    people(lists);
    settings(lists, new SettingsEndpoint(organization, lists, misbehaviors));
    workspace(lists);
    children(new ChildEndpoint(organization, lists));
    list(
        "audit-logs",
        List.of(
            "org.permission.audit_logs.read",
            "org.admin.audit_logs.read",
            "org.user.audit_logs.read"),
        new AuditLogEndpoint(organization, lists, misbehaviors)::list);
    get("metadata/*", role("metadata"), OTHER, new MetadataEndpoint(organization)::get);
    TokenEndpoint token = new TokenEndpoint(organization, this::heldRoles);
    get("auth/tokens/current", List.of(), OTHER, token::current);
    this.access =
        new Access(
            routes, options.withheldRoles(), options.furtherRoles(), options.absentFeatures());
  }

  private void people(ListEndpoint lists) {
    get("users/current", List.of(), OTHER, lists::currentUser);
    list("users", role("user"), lists::users);
    list("teams", role("team"), lists.of(Kind.TEAM, LARGEST_PAGE_OF_TEAMS));
    list("tags", role("tag"), lists.of(Kind.TAG, LARGEST_PAGE));
    list("shortcuts", role("shortcut"), lists.of(Kind.SHORTCUT, LARGEST_PAGE));
    list("customers", role("customer"), lists.live(Kind.CUSTOMER));
    list("conversations", role("conversation"), lists.live(Kind.CONVERSATION));
    list("messages", role("message"), lists.live(Kind.MESSAGE));
    list("notes", List.of(ROLES + "note.read", "org.user.note.read"), lists.live(Kind.NOTE));
    list("companies", role("company"), lists.live(Kind.COMPANY));
  }

  private void settings(ListEndpoint lists, SettingsEndpoint settings) {
    list("brands", role("brand"), lists.live(Kind.BRAND));
    list("klasses", role("klass"), settings::klasses);
    list("klasses/*", role("kobject"), settings::kobjects);
    list("slas", role("sla"), settings::slas);
    list("satisfaction", role("satisfaction"), lists.live(Kind.SATISFACTION));
    list("schedules", role("schedule"), lists.live(Kind.SCHEDULE));
    get("schedules/*", role("schedule"), OTHER, settings::schedule);
    list("routing/queues", routing("queue"), lists.live(Kind.QUEUE));
    list("routing/queue-rules", role("queue_rule"), lists.live(Kind.QUEUE_RULE));
    list("routing/settings", role("routing_setting"), lists.live(Kind.ROUTING_SETTINGS));
    list("routing/work-sessions", routing("work_session"), settings::workSessions);
    list("kb/articles", role("kb_article"), lists.live(Kind.ARTICLE));
    list("kb/categories", role("kb_category"), lists.live(Kind.CATEGORY));
    list("kb/tags", role("kb_tag"), lists.live(Kind.KB_TAG));
    list("kb/knowledge-bases", role("kb_knowledge_base"), lists.live(Kind.KNOWLEDGE_BASE));
  }

  private void workspace(ListEndpoint lists) {
    list("cards", role("card"), lists.live(Kind.CARD));
    list("snoozes", role("snooze"), lists.live(Kind.SNOOZE));
    list("notifications", role("notification"), lists.live(Kind.NOTIFICATION));
    list("role-groups", role("role_group"), lists.live(Kind.ROLE_GROUP));
    list("outboundAccounts", role("outbound_account"), lists.live(Kind.OUTBOUND_ACCOUNT));
    list("spam/senders", role("spam"), lists.live(Kind.SPAM_SENDER));
    list("ai/automations", ASSISTANT, lists.live(Kind.AI_AUTOMATION));
  }

  private void children(ChildEndpoint children) {
    list("conversations/*/events", role("event"), children.events());
    list("conversations/*/times", role("conversation"), children.times(Kind.CONVERSATION_TIME));
    routes.add(
        new Route(
            "GET",
            "/v2/conversations/*/times",
            role("conversation"),
            LIST,
            children.times(Kind.HANDLE_TIME)));
    list("conversations/*/attachments", role("attachment"), children.attachments());
    list("conversations/*/messages", role("message"), children.messages());
    list("conversations/*/notes", role("note"), children.notes());
    list("routing/conversations/*/work-items", routing("work_session"), children.workItems());
    list("customers/*/merges", role("customer_merge"), children.merges());
    list("customers/*/sessions", role("event"), children.sessions());
    list("customers/*/sessions/*/events", role("event"), children::sessionEvents);
    get("satisfaction-responses/*", role("satisfaction"), OTHER, children::satisfactionResponse);
    get("ai/summaries/*", ASSISTANT, OTHER, children::summary);
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

  /** Refuses what the key may not request. */
  void check(Route route) {
    access.check(route);
  }

  private List<String> heldRoles() {
    return access.heldRoles();
  }

  private void list(String path, List<String> roles, Route.Endpoint endpoint) {
    get(path, roles, LIST, endpoint);
  }

  private void get(String path, List<String> roles, Traffic.Asked asked, Route.Endpoint endpoint) {
    routes.add(new Route("GET", "/v1/" + path, roles, asked, endpoint));
  }

  private void post(String path, Traffic.Asked asked, Route.Endpoint endpoint) {
    routes.add(new Route("POST", "/v1/" + path, SEARCH_ROLES, asked, endpoint));
  }

  private static List<String> role(String object) {
    return List.of(ROLES + object + ".read");
  }

  /** The roles for routing, including the broader ones. */
  private static List<String> routing(String object) {
    return List.of(
        ROLES + object + ".read", "org.permission.routing.read", "org.user.routing.read");
  }
}
