/**
 * Words of the page, shown as text in a direction of their own: neither markup nor a right-to-left
 * mark in them reaches what stands beside them. Text beyond `most` characters is cut with a mark.
 */
export function PageText(props: { text: string; most?: number }) {
  const { text, most = 400 } = props;
  return <bdi class="page-text">{text.length > most ? `${text.slice(0, most)}…` : text}</bdi>;
}
