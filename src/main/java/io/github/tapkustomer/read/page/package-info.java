/** Single pages of searches, lists and audit logs, from the request to encoded lines. */
package io.github.tapkustomer.read.page;
