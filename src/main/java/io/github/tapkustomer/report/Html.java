package io.github.tapkustomer.report;

import java.util.List;
import java.util.Locale;

/** Parts of a page; every text in them is escaped. */
final class Html {
  private Html() {}

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.1f s", seconds);
  }

  /** A table with a first column of texts and others of numbers. */
  static String numbersTable(String caption, List<String> columns, List<List<String>> rows) {
    return table("numbers", caption, columns, rows);
  }

  static String textsTable(String caption, List<String> columns, List<List<String>> rows) {
    return table("texts", caption, columns, rows);
  }

  private static String table(
      String kind, String caption, List<String> columns, List<List<String>> rows) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\"><table class=\"").append(kind);
    html.append("\"><caption>").append(text(caption)).append("</caption>\n<thead><tr>");
    columns.forEach(name -> html.append("<th scope=\"col\">").append(text(name)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th>");
      row.stream().skip(1).forEach(cell -> html.append("<td>").append(text(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }
}
