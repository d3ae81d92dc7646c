/** What stands before each endpoint: API keys and request budgets. */
package io.github.tapkustomer.sandbox.limits;
