/** The screens of customers, loaded together: one file to fetch, and one to list on the first load. */
export { CustomerScreen } from "./CustomerScreen";
export { CustomersScreen } from "./CustomersScreen";
export { PrivacyLogScreen } from "./PrivacyLogScreen";
