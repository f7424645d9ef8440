/** The name of the file that the model of check-worthiness lies in. */
export const worthModelFile = "check-worthiness.model";
