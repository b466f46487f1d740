"""What happens while somebody listens.

occurrences  what listeners are told
feed         events to listeners, each a bounded number behind
watch        changes of the graph, whichever process wrote them
wire         all that can be listened to
fields       the fields of the subscription type
"""
