/** Secret with the Hugging Face token that the reference's base graphs name; users can override it per service. */
export const TOKEN_SECRET = 'hf-token-secret';
