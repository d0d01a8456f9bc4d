declare module "virtual:icon-sprite" {
  /** The address of the picture file with all icons of the app (build/icon-sprite.ts). */
  const address: string;
  export default address;
}
