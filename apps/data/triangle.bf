Draws a triangle of stars and then echoes the input
cells: 0 newline  1 star  2 rows left  3 width  4 copy  5 scratch  6 input

++++++++++                      newline is ten
>>++++++[<+++++++>-]            star is forty two
++++++++++++                    twelve rows
>+<                             the first is one wide
[                               for each row
  >[>+>+<<-]>>[<<+>>-]<         copy the width
  [<<<.>>>-]                    print as many stars
  <<<<.                         newline
  >>>+<-                        the next is one wider
]
>>>>,[.,]                       echo
