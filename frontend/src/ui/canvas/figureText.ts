/** Ties a picture to the text beside it that has its figures, for those who do not see it. */
import { createContext } from "react";

/** The id of the element that says what the pictures within show; undefined where there is none. */
export const FigureTextContext = createContext<string | undefined>(undefined);
